internal import TamgaText

/// Which schemes lead from a name in one language to its form in another.
enum FormRoutes {
  /// The languages whose orthographies Tamga knows letter by letter.
  static let own: Set<Language> = [.azLatn, .azCyrl, .azArab, .kkCyrl, .kkLatn, .kkArab, .ru]

  /// The ids of the schemes, in their order; empty where the name stays as it is, nil where there is no way.
  static func route(from source: Language, to target: Language) -> [String]? {
    if source == target { return [] }
    switch source {
    case .azLatn: return azerbaijani[target]
    case .azCyrl: return after("az-1958", target, azerbaijani, .azLatn)
    case .azArab: return after("az-arab-r", target, azerbaijani, .azLatn)
    case .kkCyrl: return kazakh[target]
    case .kkLatn: return after("kk-2021-r", target, kazakh, .kkCyrl)
    case .kkArab: return after("kk-arab-r", target, kazakh, .kkCyrl)
    case .ru: return russian[target]
    case .uk, .be, .ky, .tt: return after("kk-ru", target, russian, .ru)
    // Turkish letters are Azerbaijani ones but for ə, q and x.
    case .tr: return target == .azLatn ? nil : azerbaijani[target]
    case .en, .de, .fr, .pl, .uz: return after("ru-bgn-r", target, russian, .ru)
    case .fa: return nil
    }
  }

  private static func after(
    _ first: String, _ target: Language, _ ways: [Language: [String]], _ middle: Language
  ) -> [String]? {
    if target == middle { return [first] }
    return ways[target].map { [first] + $0 }
  }

  private static let azerbaijani: [Language: [String]] = [
    .azCyrl: ["az-1958-r"], .ru: ["az-ru"], .en: ["az-en-2020"], .kkCyrl: ["az-ru"],
    .kkLatn: ["az-ru", "kk-2021"],
  ]

  private static let kazakh: [Language: [String]] = [
    .kkLatn: ["kk-2021"], .ru: ["kk-ru"], .en: ["kk-ru", "ru-bgn-nodot"],
    .azLatn: ["kk-ru", "az-1939"], .azCyrl: ["kk-ru", "az-1939", "az-1958-r"],
  ]

  /// Kazakh writes Russian names as Russian does.
  private static let russian: [Language: [String]] = [
    .en: ["ru-bgn-nodot"], .kkCyrl: [], .kkLatn: ["kk-2021"], .azLatn: ["az-1939"],
    .azCyrl: ["az-1939", "az-1958-r"],
  ]
}
