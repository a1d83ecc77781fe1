/// Why a command ends, in a sentence for its user, with the exit status that scripts rely on.
public enum CommandError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no such input file.
  case noInput(String)
  /// A folder was named where a file is needed.
  case isDirectory(String)
  /// The input exists but cannot be read.
  case unreadable(String, reason: String)
  /// The output cannot be created or replaced.
  case cannotWrite(String, reason: String)
  /// Reading or writing failed half-way.
  case inputOutput(String, reason: String)
  /// Rows were bad and `--strict` was given.
  case badData(String)
  /// The options do not go together.
  case usage(String)
  /// The work failed.
  case failed(String)

  /// The exit status, as `sysexits.h` has them.
  public var status: Int32 {
    switch self {
    case .failed: 1
    case .usage: 64
    case .badData: 65
    case .noInput, .isDirectory, .unreadable: 66
    case .cannotWrite: 73
    case .inputOutput: 74
    }
  }

  /// The sentence.
  public var description: String {
    switch self {
    case .noInput(let path): "There is no file \(path)."
    case .isDirectory(let path): "\(path) is a folder; name the files in it."
    case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)."
    case .cannotWrite(let path, let reason): "\(path) cannot be written: \(reason)."
    case .inputOutput(let path, let reason): "\(path): \(reason)."
    case .badData(let sentence), .usage(let sentence), .failed(let sentence): sentence
    }
  }
}
