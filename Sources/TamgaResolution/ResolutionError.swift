/// Why names cannot be resolved.
public enum ResolutionError: Error, Sendable, Equatable, CustomStringConvertible {
  case judgement(file: String, line: Int, fault: String)
  case contradiction(String, String)

  public var description: String {
    switch self {
    case .judgement(let file, let line, let fault): "\(file):\(line): \(fault)."
    case .contradiction(let a, let b):
      "The judgements say both that \"\(a)\" and \"\(b)\" are the same and that they are different."
    }
  }
}
