/// What is wrong with a table, with the file and the line, so that a user can mend it.
public struct LexiconError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file, as the user named it or below `Lexicons/`.
  public let file: String
  /// The line, counting from 1; nil where the whole file is meant.
  public let line: Int?
  /// The fault, as the end of a sentence.
  public let fault: String

  /// Makes an error about a file, or about one line of it.
  public init(file: String, line: Int? = nil, fault: String) {
    self.file = file
    self.line = line
    self.fault = fault
  }

  /// `FILE:LINE: FAULT.`
  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(fault)."
  }
}
