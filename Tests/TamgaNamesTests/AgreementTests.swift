import Foundation
import TamgaNames
import TamgaText
import TestSupport
import Testing

/// The parts of one person's names in several languages must be the same parts.
struct AgreementTests {
  private struct Part {
    var text: String
    var role: NameRole
    var skeleton: [UInt8]
  }

  private static func parts(_ name: SharedEntity.Name) -> [Part] {
    NameParser.shipped.parse(name.name, type: .person, language: Language(tag: name.lang)).tokens
      .filter { [.given, .family, .patronymic].contains($0.role) }
      .map { Part(text: $0.text, role: $0.role, skeleton: Likeness.skeleton($0.text)) }
  }

  @Test func partsAgreeBetweenLanguages() throws {
    guard let rows = try SharedEntity.rows("gold/dev/persons.jsonl") else { return }
    var tally = Tally()
    var faults: [String] = []
    for row in rows {
      let names = row.names.filter { $0.weak != true && $0.previous != true }
        .map { (name: $0, parts: Self.parts($0)) }
      for i in names.indices {
        for j in names.indices.dropFirst(i + 1) where names[i].name.lang != names[j].name.lang {
          for part in names[i].parts {
            // The word of the other name that sounds most like it, if it sounds like it at all.
            let partner = names[j].parts.max {
              Likeness.of($0.skeleton, part.skeleton) < Likeness.of($1.skeleton, part.skeleton)
            }
            guard let partner, Likeness.of(partner.skeleton, part.skeleton) >= 0.75 else {
              continue
            }
            tally.add(partner.role == part.role)
            if partner.role != part.role {
              faults.append(
                "\(names[i].name.name) | \(names[j].name.name): "
                  + "\(part.text)/\(part.role) \(partner.text)/\(partner.role)")
            }
          }
        }
      }
    }
    print("parts agree between languages: \(tally)")
    if ProcessInfo.processInfo.environment["TAMGA_FAULTS"] != nil {
      for fault in faults { print("  ✗ \(fault)") }
    }
    #expect(tally.share >= 0.93)
  }
}
