/// Reads rules in ICU's transform-rule syntax, as far as scheme files use it: variables that hold sets, literal
/// keys, contexts, quotes and `\u` escapes. Anything else is refused, so that no rule is silently misread.
struct RuleParser {
  /// The comment that opens the rules which fold letters of other alphabets.
  private static let foreignMark = "Letters of other alphabets"

  private var scalars: [Unicode.Scalar]
  private var position = 0
  private var variables: [String: [CodePointSet]] = [:]
  private var isForeign = false

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The rules of a scheme, in their order.
  ///
  /// - Throws: `SchemeError.syntax` with what could not be read.
  static func rules(of text: String, scheme: String) throws(SchemeError) -> [TransformRule] {
    var parser = RuleParser(text)
    do {
      return try parser.parse()
    } catch {
      throw .syntax(scheme, error.fault)
    }
  }

  private struct Fault: Error {
    let fault: String
  }

  private mutating func parse() throws(Fault) -> [TransformRule] {
    var rules: [TransformRule] = []
    while skipSpace() {
      if scalars[position] == "$", let name = definition() {
        variables[name] = try sequence(until: ";")
        position += 1
      } else {
        rules.append(try rule())
      }
    }
    return rules
  }

  /// Passes white space and comments; false at the end.
  private mutating func skipSpace() -> Bool {
    while position < scalars.count {
      if scalars[position].properties.isWhitespace {
        position += 1
      } else if scalars[position] == "#" {
        var comment = ""
        while position < scalars.count, scalars[position] != "\n" {
          comment.unicodeScalars.append(scalars[position])
          position += 1
        }
        isForeign = comment.contains(Self.foreignMark)
      } else {
        return true
      }
    }
    return false
  }

  /// The name of a variable when a definition stands here: `$name =`; moves past the sign.
  private mutating func definition() -> String? {
    var end = position + 1
    var name = ""
    while end < scalars.count, scalars[end].properties.isAlphabetic {
      name.unicodeScalars.append(scalars[end])
      end += 1
    }
    while end < scalars.count, scalars[end] == " " { end += 1 }
    guard end < scalars.count, scalars[end] == "=" else { return nil }
    position = end + 1
    return name
  }

  private mutating func rule() throws(Fault) -> TransformRule {
    var parts: [[CodePointSet]] = []
    var before: [CodePointSet]?
    var key: [CodePointSet]?
    var current: [CodePointSet] = []
    var output: [CodePointSet]?
    while output == nil {
      current = try sequence(until: "{}>;")
      let sign = scalars[position]
      position += 1
      switch sign {
      case "{": before = current
      case "}": key = current
      case ">": output = try sequence(until: ";")
      default: throw Fault(fault: "a rule without >")
      }
      parts.append(current)
    }
    position += 1
    let after = key == nil ? [] : current
    return TransformRule(
      before: before ?? [], key: try literal(key ?? current), after: after,
      output: try literal(output ?? []), isForeign: isForeign)
  }

  private func literal(_ elements: [CodePointSet]) throws(Fault) -> [UInt32] {
    var result: [UInt32] = []
    for element in elements {
      guard let scalar = element.single else {
        throw Fault(fault: "a set where a letter is wanted")
      }
      result.append(scalar)
    }
    return result
  }

  /// Reads elements up to one of the signs in `stops`, and leaves the position on it.
  private mutating func sequence(until stops: String) throws(Fault) -> [CodePointSet] {
    var elements: [CodePointSet] = []
    while skipSpace() {
      let scalar = scalars[position]
      if stops.unicodeScalars.contains(scalar) { return elements }
      position += 1
      switch scalar {
      case "'":
        // Two in a row are the sign itself, within quotes and without.
        let isQuoting = position < scalars.count && scalars[position] != "'"
        if !isQuoting { position += 1 }
        elements += isQuoting ? quoted() : [CodePointSet(scalar.value)]
      case "\\": elements.append(CodePointSet(try escape()))
      case "[": elements.append(try set())
      case "$":
        var name = ""
        while position < scalars.count, scalars[position].properties.isAlphabetic {
          name.unicodeScalars.append(scalars[position])
          position += 1
        }
        guard let value = variables[name] else { throw Fault(fault: "no variable $\(name)") }
        elements += value
      case "|", "@", "(", ")", "*", "+", "?", "&", "<", "^", ".", ":", "=", "}", "{", ">":
        throw Fault(fault: "the sign \(scalar)")
      default: elements.append(CodePointSet(scalar.value))
      }
    }
    throw Fault(fault: "a rule without ;")
  }

  /// Reads up to the closing quote and past it.
  private mutating func quoted() -> [CodePointSet] {
    var elements: [CodePointSet] = []
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      if scalar == "'" {
        guard position < scalars.count, scalars[position] == "'" else { break }
        position += 1
      }
      elements.append(CodePointSet(scalar.value))
    }
    return elements
  }

  /// Reads `uXXXX` or one escaped sign.
  private mutating func escape() throws(Fault) -> UInt32 {
    guard position < scalars.count else { throw Fault(fault: "a lone \\") }
    let sign = scalars[position]
    position += 1
    guard sign == "u" else { return sign.value }
    guard position + 4 <= scalars.count else { throw Fault(fault: "a short \\u") }
    let digits = String(String.UnicodeScalarView(scalars[position..<position + 4]))
    guard let value = UInt32(digits, radix: 16) else { throw Fault(fault: "\\u\(digits)") }
    position += 4
    return value
  }

  /// Reads a set after its bracket.
  private mutating func set() throws(Fault) -> CodePointSet {
    var ranges: [ClosedRange<UInt32>] = []
    var isNegated = false
    var opensRange = false
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      var value = scalar.value
      switch scalar {
      case "]":
        var set = CodePointSet(ranges)
        set.isNegated = isNegated
        return set
      case "^" where ranges.isEmpty:
        isNegated = true
        continue
      case "-" where !ranges.isEmpty:
        opensRange = true
        continue
      case "\\": value = try escape()
      case "[", "$", "&", "{", ":": throw Fault(fault: "the sign \(scalar) in a set")
      default: if scalar.properties.isWhitespace { continue }
      }
      if opensRange, let last = ranges.popLast(), last.lowerBound <= value {
        ranges.append(last.lowerBound...value)
      } else {
        ranges.append(value...value)
      }
      opensRange = false
    }
    throw Fault(fault: "a set without ]")
  }
}
