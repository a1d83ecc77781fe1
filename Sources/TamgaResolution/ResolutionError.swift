/// Why names cannot be resolved.
public enum ResolutionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A line of a judgement file cannot be read.
  case judgement(file: String, line: Int, fault: String)
  /// Two names are to be one and two.
  case contradiction(String, String)

  /// A sentence for whoever wrote the judgements.
  public var description: String {
    switch self {
    case .judgement(let file, let line, let fault): "\(file):\(line): \(fault)."
    case .contradiction(let a, let b):
      "The judgements say both that \"\(a)\" and \"\(b)\" are the same and that they are different."
    }
  }
}
