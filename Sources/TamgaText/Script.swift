/// The scripts Tamga's names are written in.
public enum Script: UInt8, Sendable, CaseIterable, Codable {
  case common, latin, cyrillic, arabic, other

  /// The ISO 15924 code.
  public var code: String {
    switch self {
    case .common: "Zyyy"
    case .latin: "Latn"
    case .cyrillic: "Cyrl"
    case .arabic: "Arab"
    case .other: "Zzzz"
    }
  }

  init(code: String) {
    switch code {
    case "Zyyy", "Zinh": self = .common
    case "Latn": self = .latin
    case "Cyrl": self = .cyrillic
    case "Arab": self = .arabic
    default: self = .other
    }
  }
}

/// A set of scripts, for what a text or a token is written in.
public struct ScriptSet: OptionSet, Sendable, Hashable {
  /// A bit for each script.
  public let rawValue: UInt8
  /// A set of these bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Latin letters.
  public static let latin = ScriptSet(rawValue: 1)
  /// Cyrillic letters.
  public static let cyrillic = ScriptSet(rawValue: 2)
  /// Arabic letters.
  public static let arabic = ScriptSet(rawValue: 4)
  /// Letters of any other script.
  public static let other = ScriptSet(rawValue: 8)

  /// The set of one script; empty for common signs.
  public init(_ script: Script) {
    switch script {
    case .common: self = []
    case .latin: self = .latin
    case .cyrillic: self = .cyrillic
    case .arabic: self = .arabic
    case .other: self = .other
    }
  }

  /// The one script of the set; nil when there are several or none.
  public var single: Script? {
    switch self {
    case .latin: .latin
    case .cyrillic: .cyrillic
    case .arabic: .arabic
    case .other: .other
    default: nil
    }
  }
}
