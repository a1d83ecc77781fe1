internal import CICU

/// What ICU could not do: its own symbolic code, the operation, and a sentence a user can act on.
public struct ICUError: Error, Sendable, Equatable, CustomStringConvertible {
  /// ICU's symbolic name of the code, such as `U_FILE_ACCESS_ERROR`.
  public let symbol: String
  /// What was tried, such as `open the converter "koi9"`.
  public let operation: String
  /// For transform rules, the line and the offset in it where they fail.
  public let position: Position?

  /// Where in a text of rules the fault is; both count from 1.
  public struct Position: Sendable, Equatable {
    /// The line of the rules.
    public let line: Int
    /// The UTF-16 code unit in the line.
    public let column: Int
  }

  init(status: Int32, operation: String, position: Position? = nil) {
    self.symbol = unsafe String(cString: icu_error_name(status))
    self.operation = operation
    self.position = position
  }

  /// One sentence with the operation, the place and ICU’s symbol.
  public var description: String {
    let place = position.map { " at line \($0.line), column \($0.column)" } ?? ""
    return "ICU could not \(operation)\(place): \(symbol)."
  }
}
