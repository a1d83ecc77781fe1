import Foundation
import TamgaExtraction
import TamgaText
import Testing

/// Properties that hold for any text.
struct RandomTextTests {
  /// A generator whose numbers are the same everywhere.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private static let pieces = [
    "Heydər", "Əliyev", "oğlu", "Гейдар", "Алиева", "имени", "университет", "Bakıdan", "атындағы",
    "ұйымы", "Ministry", "of", "the", "and", "«", "»", "“", "”", "\"", "'s", "’", ".", ",", "(",
    ")",
    "L", "N", "-", "–", "|", "[", "]", "\n", "\r\n", "\u{2028}", "\u{200D}", "\u{301}", "\u{FFFD}",
    "War", "Street", "adına", "1992", "MI-8", "SOCAR", "SOCAR-ın", "http://", "a@b.c", "İ", "I",
    "ǅ", "ß", "中文", "حيدر", "😀", "\u{0}", "қызы", "Khan", "de", "newspaper", "is", "Vətən", "im",
    "Первой", "думе", "г", "The", "was", "published", "Lake", "FC", "VII", "$", "&", "↑",
  ]

  private func check(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    let mentions = MentionExtractor.shipped.extract(text)
    var end = 0
    for mention in mentions {
      #expect(mention.range.lowerBound >= end)
      #expect(!mention.range.isEmpty && mention.range.upperBound <= scalars.count)
      end = mention.range.upperBound
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[mention.range])
      #expect(String(view) == mention.text)
      #expect(!mention.normalized.isEmpty)
      #expect(!mention.text.unicodeScalars.contains { $0 == "\n" })
    }
    #expect(MentionExtractor.shipped.extract(text) == mentions)
  }

  @Test func randomPieces() {
    var numbers = Numbers(state: 1)
    for _ in 0..<1500 {
      let count = Int.random(in: 0..<40, using: &numbers)
      var text = ""
      for _ in 0..<count {
        text += Self.pieces.randomElement(using: &numbers) ?? ""
        if Bool.random(using: &numbers) { text += " " }
      }
      check(text)
    }
  }

  @Test func randomBytes() {
    var numbers = Numbers(state: 2)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0..<300, using: &numbers)).map { _ in
        UInt8.random(in: .min ... .max, using: &numbers)
      }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func randomScalars() {
    var numbers = Numbers(state: 3)
    for _ in 0..<200 {
      var view = String.UnicodeScalarView()
      for _ in 0..<80 {
        let value = UInt32.random(in: 0..<0x3000, using: &numbers)
        if let scalar = Unicode.Scalar(value) { view.append(scalar) }
      }
      check(String(view))
    }
  }

  /// The time this thread has worked, in seconds: what other work on the machine does not change.
  private static func work() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Ten times the text takes about ten times as long.
  @Test func timeIsLinear() throws {
    func time(_ text: String) -> Double {
      let start = Self.work()
      _ = MentionExtractor.shipped.extract(text)
      return Self.work() - start
    }
    for piece in ["Heydər Əliyev Bakıda ", "«", "A. ", "Ministry of ", "x-", "Aa "] {
      let small = String(repeating: piece, count: 4000)
      let large = String(repeating: piece, count: 40000)
      _ = time(small)
      let first = time(small)
      let second = time(large)
      #expect(second < first * 30 + 0.2, "\(piece): \(first), \(second)")
    }
  }
}
