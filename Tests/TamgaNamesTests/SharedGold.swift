import Foundation
import TamgaText
import TestSupport

/// An entity of the gold files beside the checkout.
struct SharedEntity: Decodable {
  struct Name: Decodable {
    var name: String
    var lang: String
    var weak: Bool?
    var previous: Bool?
  }

  var id: String
  var type: String
  var names: [Name]

  /// The entities of a file; nil where the data is not there.
  static func rows(_ path: String) throws -> [SharedEntity]? {
    guard let url = TestFiles.shared(path) else {
      print("skipped: ../shared/\(path) is not there")
      return nil
    }
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(SharedEntity.self, from: Data($0.utf8))
    }
  }
}

/// How alike two words sound, from 0 to 1, by the edit distance of their skeletons.
enum Likeness {
  static func skeleton(_ word: String) -> [UInt8] {
    let letters = FoldedText.scalars(word)
    guard let reading = TokenReading.readings(letters.span, hint: .none).first else { return [] }
    var key: [UInt8] = []
    Skeleton.append(SoundFormer.shipped.form(letters.span, reading: reading).phones.span, to: &key)
    return key
  }

  static func of(_ a: [UInt8], _ b: [UInt8]) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    var row = Array(0...b.count)
    for i in 1...a.count {
      var diagonal = row[0]
      row[0] = i
      for j in 1...b.count {
        let cost = min(row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1))
        diagonal = row[j]
        row[j] = cost
      }
    }
    return 1 - Double(row[b.count]) / Double(max(a.count, b.count))
  }
}
