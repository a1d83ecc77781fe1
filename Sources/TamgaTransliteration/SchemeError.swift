public import TamgaICU

/// Why a scheme cannot be used.
public enum SchemeError: Error, Sendable, Equatable, CustomStringConvertible {
  case unknown(String, nearest: [String])
  /// There is no way between these languages.
  case noWay(from: String, to: String)
  /// The rules of a scheme do not compile.
  case rules(String, ICUError)

  public var description: String {
    switch self {
    case .unknown(let name, let nearest):
      "There is no scheme \"\(name)\". Nearest: \(nearest.joined(separator: ", ")). "
        + "\"tamga schemes\" lists all."
    case .noWay(let from, let to):
      "There is no way from \(from) to \(to). \"tamga schemes\" lists what there is."
    case .rules(let id, let error):
      "The rules of \(id) do not compile: \(error)"
    }
  }
}
