internal import TamgaText

/// The languages whose grammar the extraction knows, whatever the alphabet.
enum Tongue: Int, Sendable, CaseIterable {
  case azerbaijani, kazakh, russian, english

  /// The grammar that serves a language best.
  init(_ language: Language?) {
    switch language {
    case .azLatn, .azCyrl, .tr: self = .azerbaijani
    case .kkCyrl, .kkLatn, .ky, .tt: self = .kazakh
    case .ru, .uk, .be: self = .russian
    default: self = .english
    }
  }

  /// The column of the lexicons.
  var column: String {
    switch self {
    case .azerbaijani: "az"
    case .kazakh: "kk"
    case .russian: "ru"
    case .english: "en"
    }
  }
}
