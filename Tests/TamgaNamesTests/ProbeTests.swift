import Foundation
import TamgaNames
import TamgaText
import Testing

struct ProbeTests {
  @Test func probe() throws {
    guard let path = ProcessInfo.processInfo.environment["TAMGA_PROBE"] else { return }
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: "|").map(String.init)
      let type = parts.count > 1 ? NameType(tag: parts[1]) : nil
      let p = NameParser.shipped.parse(parts[0], type: type)
      print(
        "= \(p.name) \(p.type) \(Int(p.typeProbability * 100))% \(p.gender?.rawValue ?? "-") \(p.language?.rawValue ?? "-")"
      )
      for t in p.tokens {
        print("    \(t.text) \(t.role) \(Int(t.probability * 100))% \(t.reason)")
      }
      if let f = p.patronymic { print("    \(f)") }
    }
  }
}
