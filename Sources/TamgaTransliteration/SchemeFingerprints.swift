internal import Foundation
internal import TamgaLexicons
internal import TamgaText

/// The letter triples that each scheme of a language makes of the names in the lexicons.
struct SchemeFingerprints: Sendable {
  /// The ids of the schemes, sorted.
  let ids: [String]
  /// The logarithm of how common each is in use, up to a constant.
  let priors: [Float]
  private let triples: [NumberTable]
  private let pairs: [NumberTable]

  /// How much commoner than others a scheme is met in documents and the press.
  private static let use: [String: Float] = [
    "ru-icao": 6, "ru-bgn": 4, "ru-mvd-782": 2, "ru-bgn-nodot": 1.5, "ru-odni": 1.5,
    "ru-scholarly": 3, "ru-alaloc": 2, "ru-iso9": 2, "ru-wikipedia": 1.5,
    "kk-passport": 4, "kk-2021": 3, "kk-2018": 2, "kk-qazaqparat": 2, "kk-bgn": 2,
    "az-en-2020": 3, "az-bgn": 1,
  ]

  init(_ language: String) {
    let schemes = SchemeCatalog.shipped.schemes.filter {
      $0.language == language && $0.to.hasSuffix("Latn") && !$0.from.hasSuffix("Arab")
        && !$0.id.hasSuffix("-r") && $0.id != "ru-az" && $0.id != "az-1958" && $0.id != "az-1939"
    }
    var names: [[UInt8]] = []
    for path in ["names/given-\(language).tsv", "names/surnames-\(language).tsv"] {
      guard let table = try? Lexicons.shipped.table(path) else { continue }
      var number = 0
      table.forEachRow { row in
        number += 1
        if number % 2 == 0 { names.append(Array(row[0].utf8)) }
      }
    }
    let cyrillic = language == "az" ? try? Transliterator("az-1958-r") : nil
    let cyrillicNames = cyrillic.map { made in names.map { made.bytes($0) } } ?? names
    var ids: [String] = []
    var priors: [Float] = []
    var triples: [NumberTable] = []
    var pairs: [NumberTable] = []
    for scheme in schemes {
      guard let made = try? Transliterator(scheme) else { continue }
      var three = NumberTable(capacity: 1 << 12)
      var two = NumberTable(capacity: 1 << 10)
      var output = ByteBuffer(capacity: 256)
      for name in scheme.from == "az-Cyrl" ? cyrillicNames : names {
        output.truncate()
        made.transducer.apply(name.span, into: &output)
        let letters = output.withSpan(Self.letters)
        for index in 2..<max(2, letters.count) {
          let context = Self.mark(letters[index - 2], letters[index - 1])
          three.add(1, to: context &* 0x1_0001 &+ UInt64(letters[index]) &+ 7)
          two.add(1, to: context)
        }
      }
      ids.append(scheme.id)
      priors.append(log(Self.use[scheme.id] ?? 0.5))
      triples.append(three)
      pairs.append(two)
    }
    self.ids = ids
    self.priors = priors
    self.triples = triples
    self.pairs = pairs
  }

  private static func mark(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second) << 1 | 1
  }

  /// The small letters of a form with marks of where words begin and end.
  static func letters(_ form: String) -> [UInt32] {
    let bytes = Array(Transducer.compose(form).utf8)
    return letters(bytes.span)
  }

  /// The same for a form in NFC.
  private static func letters(_ bytes: Span<UInt8>) -> [UInt32] {
    var letters: [UInt32] = [1, 1]
    letters.reserveCapacity(bytes.count + 3)
    var place = 0
    while place < bytes.count {
      let scalar = UTF8Decoding.next(bytes, &place)
      if scalar == 0x20 || scalar == 0x2D {
        letters += [2, 1, 1]
      } else {
        letters.append(
          SpellingCase.lower(Unicode.Scalar(scalar) ?? "\u{FFFD}", dotless: false))
      }
    }
    letters.append(2)
    return letters
  }

  /// The logarithm of how likely a scheme makes these letters.
  func score(_ letters: [UInt32], _ scheme: Int) -> Float {
    var sum: Float = 0
    for index in 2..<max(2, letters.count) where letters[index] != 1 {
      let context = Self.mark(letters[index - 2], letters[index - 1])
      let triple = triples[scheme][context &* 0x1_0001 &+ UInt64(letters[index]) &+ 7]
      // A triple a scheme never makes is nearly proof against it, but not quite: lexicons are small.
      sum += log((triple + 0.02) / (pairs[scheme][context] + 1))
    }
    return sum
  }
}
