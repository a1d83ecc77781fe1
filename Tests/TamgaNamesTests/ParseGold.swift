import Foundation
import TamgaNames
import TamgaText
import TestSupport

/// A row of `Corpora/gold/parse.jsonl`.
struct ParseGold: Decodable {
  struct Father: Decodable {
    var form: String
    var father: String
    var marker: String
  }

  var name: String
  var type: NameType
  var language: String
  var tokens: [String]
  var roles: [NameRole]
  var given: [String]
  var family: [String]
  var patronymic: Father?
  var initials: [String]
  var titles: [String]
  var gender: Gender?
  var split: String
  var why: String

  static func rows(_ split: String) throws -> [ParseGold] {
    let text = try String(contentsOf: TestFiles.corpus("gold/parse.jsonl"), encoding: .utf8)
    return try text.split(separator: "\n").map {
      try JSONDecoder().decode(ParseGold.self, from: Data($0.utf8))
    }.filter { $0.split == split }
  }

  /// The persons of a split, as the trainer takes them.
  static func examples(_ split: String) throws -> [RoleTrainer.Example] {
    try rows(split).filter { $0.type == .person }
      .map { RoleTrainer.Example(name: $0.name, roles: $0.roles) }
  }
}

/// Shares of right answers, counted.
struct Tally: CustomStringConvertible {
  var right = 0
  var all = 0

  mutating func add(_ isRight: Bool) {
    all += 1
    if isRight { right += 1 }
  }

  var share: Double { all == 0 ? 1 : Double(right) / Double(all) }

  var description: String {
    let rounded = (share * 10_000).rounded() / 10_000
    return "\(rounded) (\(right) of \(all))"
  }
}
