/// A language with the script it is written in, as Tamga tells them apart.
public enum Language: String, Sendable, CaseIterable, Codable {
  case azLatn = "az-Latn"
  case azCyrl = "az-Cyrl"
  case azArab = "az-Arab"
  case kkCyrl = "kk-Cyrl"
  case kkLatn = "kk-Latn"
  case kkArab = "kk-Arab"
  case ru, uk, be, ky, uz, tt, tr, en, de, fr, pl, fa

  /// The language of a tag: one of ours, or a bare `az` (Latin) or `kk` (Cyrillic).
  public init?(tag: String) {
    switch tag {
    case "az": self = .azLatn
    case "kk": self = .kkCyrl
    default: self.init(rawValue: tag)
    }
  }

  /// The language without its script, such as `kk`.
  public var code: String { String(rawValue.prefix(2)) }

  /// The script names of this language are written in; Uzbek counts as Latin.
  public var script: Script {
    switch self {
    case .azLatn, .kkLatn, .uz, .tr, .en, .de, .fr, .pl: .latin
    case .azCyrl, .kkCyrl, .ru, .uk, .be, .ky, .tt: .cyrillic
    case .azArab, .kkArab, .fa: .arabic
    }
  }

  /// Whether capital I is the capital of ı and İ that of i.
  public var hasDotlessI: Bool { self == .azLatn || self == .tr }
}
