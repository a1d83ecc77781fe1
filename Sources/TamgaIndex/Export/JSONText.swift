internal import Foundation
internal import TamgaResolution

/// JSON as it is written here: one line, keys in a fixed order, text as it is but for what must be escaped.
enum JSONText {
  /// A string in quotation marks.
  static func string(_ text: String) -> String {
    var result = "\""
    append(text, to: &result)
    return result + "\""
  }

  private static func append(_ text: String, to result: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<"\u{20}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// An array of strings.
  static func array(_ texts: [String]) -> String {
    "[" + texts.map(string).joined(separator: ",") + "]"
  }

  /// A probability with four decimals, without zeros at the end.
  static func score(_ tenThousandths: Int) -> String {
    if tenThousandths >= 10_000 { return "1" }
    if tenThousandths <= 0 { return "0" }
    var digits = String(tenThousandths)
    digits = "0." + String(repeating: "0", count: 4 - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return digits
  }

  /// The parts of a name by role, roles in their order in the name; nil where there are none.
  static func parts(_ parts: [EntityPart]) -> String? {
    guard !parts.isEmpty else { return nil }
    var roles: [String] = []
    for part in parts where !roles.contains(part.role) { roles.append(part.role) }
    let members = roles.sorted().map { role in
      string(role) + ":" + array(parts.filter { $0.role == role }.map(\.text))
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  /// The strings of an array; empty where it is none.
  static func strings(_ json: String) -> [String] {
    (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? []
  }
}
