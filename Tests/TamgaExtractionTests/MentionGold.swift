import Foundation
import TamgaExtraction
import TamgaText
import TestSupport

/// A name of `Corpora/texts/mentions.jsonl`.
struct MentionGold: Decodable, Hashable {
  var file: String
  var text: String
  var type: String

  /// The names of every file.
  static func all() throws -> [String: Set<MentionGold>] {
    let text = try String(contentsOf: TestFiles.corpus("texts/mentions.jsonl"), encoding: .utf8)
    let rows = try text.split(separator: "\n").map {
      try JSONDecoder().decode(MentionGold.self, from: Data($0.utf8))
    }
    return Dictionary(grouping: rows, by: \.file).mapValues(Set.init)
  }

  /// What the extractor finds in a file of `Corpora/texts`, each surface form once.
  static func found(_ file: String) throws -> Set<MentionGold> {
    let text = try String(contentsOf: TestFiles.corpus("texts/\(file)"), encoding: .utf8)
    let mentions = MentionExtractor.shipped.extract(text)
    return Set(mentions.map { MentionGold(file: file, text: $0.text, type: $0.type.rawValue) })
  }
}
