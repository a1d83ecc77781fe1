import Foundation
import TamgaLexicons
import TamgaNames
import TamgaText
import TestSupport
import Testing

struct ParseGoldTests {
  struct Score {
    var roles = Tally()
    var gender = Tally()
    var genderGiven = Tally()
    var fathers = Tally()
    var titles = Tally()
    var language = Tally()
    var type = Tally()
    var faults: [String] = []
  }

  static func score(_ rows: [ParseGold], knowsType: Bool = true) -> Score {
    var score = Score()
    for row in rows {
      let parsed = NameParser.shipped.parse(row.name, type: knowsType ? row.type : nil)
      var isRight = true
      if parsed.tokens.count == row.roles.count {
        for (token, role) in zip(parsed.tokens, row.roles) {
          score.roles.add(token.role == role)
          if token.role != role { isRight = false }
        }
      } else {
        for _ in row.roles { score.roles.add(false) }
        isRight = false
      }
      score.type.add(parsed.type == row.type)
      if row.type == .person {
        if let gender = row.gender, let found = parsed.gender {
          score.gender.add(found == gender)
          if found != gender { isRight = false }
        }
        if row.gender != nil { score.genderGiven.add(parsed.gender != nil) }
        let father = row.patronymic.map { "\($0.form)|\($0.father)|\($0.marker)" }
        let found = parsed.patronymic.map { "\($0.form)|\($0.father)|\($0.marker)" }
        if father != nil || found != nil {
          score.fathers.add(father == found)
          if father != found { isRight = false }
        }
        score.titles.add(parsed.titles == row.titles)
      }
      score.language.add(parsed.language == Language(tag: row.language))
      if !isRight {
        let roles = parsed.tokens.map { "\($0.text)/\($0.role)" }.joined(separator: " ")
        score.faults.append(
          "\(row.language) \(row.name) → \(roles) \(parsed.gender?.rawValue ?? "-") "
            + "\(parsed.patronymic.map { "\($0.form)|\($0.father)|\($0.marker)" } ?? "") "
            + "[\(row.roles.map(\.rawValue).joined(separator: " "))] \(row.gender?.rawValue ?? "-") "
            + "\(row.patronymic?.father ?? "") (\(row.why))")
      }
    }
    return score
  }

  @Test func writtenNames() throws {
    let score = Self.score(try ParseGold.rows("written"))
    print("written: roles \(score.roles), gender \(score.gender), said \(score.genderGiven),")
    print("  fathers \(score.fathers), titles \(score.titles), language \(score.language)")
    if ProcessInfo.processInfo.environment["TAMGA_FAULTS"] != nil {
      for fault in score.faults { print("  ✗ \(fault)") }
    }
    #expect(score.roles.share >= 0.99)
    #expect(score.gender.share >= 0.99)
    #expect(score.genderGiven.share >= 0.95)
    #expect(score.fathers.share >= 0.98)
    #expect(score.titles.share >= 0.98)
  }

  /// Rows that were set aside before the rules were written.
  @Test func namesSetAside() throws {
    let rows = try ParseGold.rows("aside")
    try #require(rows.count >= 200)
    let score = Self.score(rows)
    print("aside: roles \(score.roles), gender \(score.gender), said \(score.genderGiven),")
    print("  fathers \(score.fathers), titles \(score.titles), language \(score.language)")
    #expect(score.roles.share >= 0.95)
    #expect(score.gender.share >= 0.97)
    #expect(score.fathers.share >= 0.90)
    #expect(score.titles.share >= 0.95)
  }

  /// Weights fitted to nine tenths of the written rows read the last tenth.
  @Test func tenfold() throws {
    let examples = try ParseGold.examples("written")
    try #require(examples.count >= 600)
    let score = RoleTrainer(.shipped).crossValidate(examples)
    let share = Double(score.right) / Double(score.all)
    print("tenfold: \(share) (\(score.right) of \(score.all))")
    #expect(share >= 0.97)
  }
}
