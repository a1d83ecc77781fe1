import TamgaTransliteration
import TestSupport
import Testing

/// The compiled engine against ICU, which runs the same files.
@Suite struct DifferentialTests {
  /// Every letter of the three scripts that has something to do with a scheme, and what stands around letters.
  private static let letters: [Unicode.Scalar] = {
    var values: [UInt32] = []
    values += 0x20...0x7E
    values += 0xA0...0x17F
    values += [0x18E, 0x18F, 0x1DD, 0x259, 0x1CD, 0x1D0, 0x1E6, 0x1E7, 0x1F4, 0x1F5]
    values += [0x300, 0x301, 0x302, 0x304, 0x306, 0x307, 0x308, 0x30A, 0x30B, 0x30C, 0x310]
    values += [0x323, 0x326, 0x327, 0x331, 0x361]
    values += 0x400...0x4FF
    values += [0x60C, 0x61B, 0x61F] + Array(0x621...0x652) + Array(0x660...0x6D5)
    values += [0x6F0, 0x6F5, 0x2019, 0x2018, 0x201D, 0x200C, 0x200D, 0x2032, 0x2033, 0x2BA, 0x2B9]
    values += [0x2BC, 0x1E24, 0x1E25, 0x1E20, 0x1EB5, 0x2116, 0x4E00, 0x1F600, 0xFDF2]
    return values.compactMap(Unicode.Scalar.init)
  }()

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private static func same(_ first: String, _ second: String) -> Bool {
    first.unicodeScalars.elementsEqual(second.unicodeScalars)
  }

  /// The letters a scheme's own rules name: all pairs of them are tried.
  private static func alphabet(_ scheme: Scheme) throws -> [Unicode.Scalar] {
    let named = Set(try SchemeCatalog.shipped.rules(of: scheme).unicodeScalars)
    return letters.filter { named.contains($0) || $0 == " " || $0 == "." || $0 == "x" }
  }

  @Test(arguments: SchemeCatalog.shipped.schemes.map(\.id))
  func lettersPairsAndRandomText(_ id: String) throws {
    let scheme = try SchemeCatalog.shipped.scheme(id)
    let icu = try ReferenceTransliterator(scheme)
    let own = try Transliterator(scheme)
    var faults: [String] = []
    // ICU is asked for many texts at once; the line feed keeps them apart, being no letter to any rule.
    func compare(_ texts: [String]) throws {
      let all = try icu.apply(texts.joined(separator: "\n")).split(
        separator: "\n", omittingEmptySubsequences: false)
      for (text, expected) in zip(texts, all) {
        let made = own.transliterate(text)
        if !Self.same(made, String(expected)) {
          let alone = try icu.apply(text)
          if Self.same(made, alone) { continue }
          faults.append("\(text) → \(made), ICU \(alone)")
        }
      }
    }
    try compare(Self.letters.map { String(Character($0)) })
    let alphabet = try Self.alphabet(scheme)
    for first in alphabet {
      try compare(alphabet.map { Self.text([first, $0]) })
    }
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var texts: [String] = []
    for index in 0..<600 {
      let source = index % 3 == 0 ? Self.letters : alphabet
      texts.append(Self.text((0..<random(14) + 1).map { _ in source[random(source.count)] }))
    }
    for text in texts { try compare([text]) }
    #expect(faults.isEmpty, "\(id): \(faults.count) differ: \(faults.prefix(5))")
  }

  @Test func vectors() throws {
    var faults: [String] = []
    for (id, vectors) in Dictionary(grouping: try Vector.own() + Vector.published(), by: \.scheme) {
      let scheme = try SchemeCatalog.shipped.scheme(id)
      let icu = try ReferenceTransliterator(scheme)
      let own = try Transliterator(scheme)
      for vector in vectors {
        let expected = try icu.apply(vector.source)
        let made = own.transliterate(vector.source)
        if !Self.same(made, expected) { faults.append("\(vector) → \(made), ICU \(expected)") }
      }
    }
    #expect(faults.isEmpty, "\(faults.prefix(5))")
  }
}
