public import TamgaICU

/// Why a scheme cannot be used.
public enum SchemeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// No scheme has this id or alias.
  case unknown(String, nearest: [String])
  /// There is no way between these languages.
  case noWay(from: String, to: String)
  /// ICU does not compile the rules of a scheme.
  case rules(String, ICUError)
  /// The rules of a scheme hold what the compiler does not read.
  case syntax(String, String)

  /// The error as a sentence a user can act on.
  public var description: String {
    switch self {
    case .unknown(let name, let nearest):
      "There is no scheme \"\(name)\". Nearest: \(nearest.joined(separator: ", ")). "
        + "\"tamga schemes\" lists all."
    case .noWay(let from, let to):
      "There is no way from \(from) to \(to). \"tamga schemes\" lists what there is."
    case .rules(let id, let error):
      "The rules of \(id) do not compile: \(error)"
    case .syntax(let id, let fault):
      "The rules of \(id) hold what Tamga's schemes may not: \(fault)."
    }
  }
}
