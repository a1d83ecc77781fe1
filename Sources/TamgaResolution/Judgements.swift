/// What a person has decided about pairs of names: always obeyed.
public struct Judgements: Sendable {
  /// One decision.
  public struct Judgement: Sendable, Equatable {
    /// One name, as it was given or cleaned.
    public var a: String
    /// The other name.
    public var b: String
    /// Whether they are one entity, or two.
    public var isSame: Bool

    /// A decision about two names.
    public init(a: String, b: String, isSame: Bool) {
      self.a = a
      self.b = b
      self.isSame = isSame
    }
  }

  /// The decisions, in their order.
  public var all: [Judgement]

  /// Judgements of these pairs.
  public init(_ all: [Judgement] = []) {
    self.all = all
  }

  /// Reads a judgement file: lines of two names and `same` or `different`, separated by tabs.
  ///
  /// - Throws: `ResolutionError` with file and line.
  public init(tsv text: String, file: String) throws(ResolutionError) {
    all = []
    // A carriage return and a line feed are one character.
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (number, line) in lines.enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 3 else {
        throw .judgement(
          file: file, line: number + 1,
          fault: "a judgement is two names and \"same\" or \"different\", separated by tabs")
      }
      if number == 0, cells[2] != "same", cells[2] != "different" { continue }
      switch cells[2] {
      case "same": all.append(Judgement(a: cells[0], b: cells[1], isSame: true))
      case "different": all.append(Judgement(a: cells[0], b: cells[1], isSame: false))
      default:
        throw .judgement(
          file: file, line: number + 1,
          fault: "\"\(cells[2])\" is neither \"same\" nor \"different\"")
      }
    }
  }
}
