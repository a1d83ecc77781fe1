internal import ArgumentParser
internal import Tamga

/// The text of one input, block by block, as UTF-8 without a byte order mark, whatever it is encoded in.
struct TextSource {
  /// What to call the input in a sentence.
  let file: String
  /// How many bytes were read.
  private(set) var position = 0
  /// How many bytes the input has; nil for a pipe.
  var size: Int? { descriptor.size }
  /// What was assumed of the encoding, in a sentence; nil where there was nothing to assume.
  private(set) var note: String?

  /// Whether the input began with the byte order mark of UTF-8, which was taken away.
  private(set) var hadMark = false

  /// How many bytes are asked for first.
  private static let firstPart = 1 << 16

  private let descriptor: Descriptor
  private let wanted: EncodingOption
  private var decoder: TextDecoder?
  private var isAtStart = true
  private var named = 0

  /// - Throws: `CommandError` when the input is not there.
  init(_ path: String, _ encoding: EncodingOption) throws(CommandError) {
    descriptor = path == "-" ? .standardInput : try .reading(path)
    file = descriptor.name
    wanted = encoding
  }

  /// Appends the next `size` bytes to `pending`, decoded.
  ///
  /// - Returns: whether the input ends here.
  mutating func read(_ size: Int, into pending: inout [UInt8]) throws(CommandError) -> Bool {
    let start = pending.count
    // A few names do not wait for the memory that a block of millions takes.
    var part = isAtStart ? min(size, Self.firstPart) : size
    var isLast = false
    while !isLast, pending.count < start + size {
      let from = pending.count
      part = min(part, start + size - from)
      pending.append(contentsOf: repeatElement(0, count: part))
      let count = try descriptor.read(into: &pending, from: from)
      pending.removeLast(part - count)
      position += count
      isLast = count < part
      part *= 8
    }
    if isAtStart {
      isAtStart = false
      choose(pending.span.extracting(start..<pending.count))
      if decoder == nil, pending[start...].starts(with: [0xEF, 0xBB, 0xBF]) {
        pending.removeSubrange(start..<start + 3)
        hadMark = true
      }
    }
    guard decoder != nil else { return isLast }
    let raw = Array(pending[start...])
    pending.removeLast(raw.count)
    var decoded = ByteBuffer(capacity: raw.count * 2)
    decoder?.decode(raw.span, isLast: isLast, into: &decoded)
    pending.append(contentsOf: decoded.array)
    return isLast
  }

  /// UTF-8 goes through as it is: what reads it replaces what is ill-formed.
  private mutating func choose(_ sample: Span<UInt8>) {
    switch wanted {
    case .named(let encoding):
      decoder = encoding == .utf8 ? nil : TextDecoder(encoding)
    case .auto:
      let guess = EncodingDetector.detect(sample)
      if guess.encoding != .utf8 {
        note = "\(file) is \(guess.sentence)"
        decoder = TextDecoder(guess.encoding)
      }
    }
  }

  /// The lines with bytes that are not of the encoding, since this was asked last, and the sentence for each.
  mutating func takeInvalidLines() -> (lines: [Int], sentence: String) {
    guard let decoder, named < decoder.invalidLines.count else { return ([], "") }
    let lines = Array(decoder.invalidLines[named...])
    named = decoder.invalidLines.count
    return (lines, "bytes that are not \(decoder.encoding.rawValue) became U+FFFD")
  }
}

/// The encodings a user can name.
enum EncodingOption: ExpressibleByArgument, Equatable {
  case auto
  case named(TextEncoding)

  init?(argument: String) {
    if argument.lowercased() == "auto" {
      self = .auto
      return
    }
    guard let encoding = TextEncoding(name: argument) else { return nil }
    self = .named(encoding)
  }

  var defaultValueDescription: String {
    switch self {
    case .auto: "auto"
    case .named(let encoding): encoding.rawValue
    }
  }

  static var allValueStrings: [String] { ["auto"] + TextEncoding.allCases.map(\.rawValue) }
}
