internal import TamgaICU
public import TamgaText

/// A scheme compiled to work on UTF-8 bytes: NFC in meaning, without an allocation for a name of ordinary letters.
///
/// It does what ICU does with the same rules. This file is a named hot path: it reads and writes by address.
public struct Transducer: Sendable {
  private let tables: TransducerTables

  /// Compiles rules that were read before.
  init(_ rules: [TransformRule]) { tables = TransducerTables(rules) }

  /// Compiles the rules of a scheme.
  ///
  /// - Throws: `SchemeError` when the scheme is not in the catalogue or its rules cannot be read.
  public init(_ scheme: Scheme, catalog: SchemeCatalog = .shipped) throws(SchemeError) {
    guard let text = try? catalog.rules(of: scheme) else {
      throw .unknown(scheme.id, nearest: [])
    }
    self.init(try RuleParser.rules(of: text, scheme: scheme.id))
  }

  /// The text in the scheme's target, in NFC.
  public func apply(_ text: String) -> String {
    var output = ByteBuffer(capacity: text.utf8.count * 3 + 64)
    let bytes = Array(text.utf8)
    apply(bytes.span, into: &output)
    return output.withSpan { written in
      if let valid = try? UTF8Span(validating: written) { return String(copying: valid) }
      return String(decoding: (0..<written.count).map { written[$0] }, as: UTF8.self)
    }
  }

  /// Appends what the scheme makes of a text given as UTF-8; ill-formed bytes become U+FFFD.
  public func apply(_ bytes: Span<UInt8>, into output: inout ByteBuffer) {
    let start = output.count
    switch run(bytes, into: &output, composed: false) {
    case .done: return
    case .joins: break
    case .unstable:
      output.truncate(to: start)
      if Self.isComposed(bytes) {
        _ = run(bytes, into: &output, composed: true)
      } else {
        let text = String(decoding: (0..<bytes.count).map { bytes[$0] }, as: UTF8.self)
        let composed = Array(Self.compose(text).utf8)
        _ = run(composed.span, into: &output, composed: true)
      }
    }
    if output.withSpan({ Self.isComposed($0.extracting(start..<$0.count)) }) { return }
    let made = output.withSpan { written in
      String(decoding: (start..<written.count).map { written[$0] }, as: UTF8.self)
    }
    output.truncate(to: start)
    output.append(Self.compose(made))
  }

  /// Whether bytes are UTF-8 in NFC: a text with marks that join nothing need not take the long way by ICU.
  private static func isComposed(_ bytes: Span<UInt8>) -> Bool {
    guard var text = try? UTF8Span(validating: bytes) else { return false }
    return text.checkForNFC(quickCheck: false)
  }

  private static let normalizer = try? ICU.Normalizer(.nfc)

  static func compose(_ text: String) -> String {
    (try? normalizer?.normalize(text)) ?? text
  }

  private enum Outcome {
    /// What was written is whole and in NFC.
    case done
    /// What was written must still be brought to NFC.
    case joins
    /// The text must be brought to NFC first.
    case unstable
  }

  /// Runs over one text. `composed` says that the text is valid and in NFC already.
  private func run(_ bytes: Span<UInt8>, into output: inout ByteBuffer, composed: Bool) -> Outcome {
    let tables = tables
    let count = bytes.count
    if count == 0 { return .done }
    var outcome = composed ? Outcome.joins : Outcome.done
    let stop: UInt32 = composed ? 0 : 0x8000
    let nextCount = UInt32(truncatingIfNeeded: tables.nextCount)
    let rowSize = nextCount &* UInt32(truncatingIfNeeded: tables.stateCount)
    unsafe bytes.withUnsafeBufferPointer { source in
      unsafe tables.entries.withUnsafeBufferPointer { entries in
        unsafe tables.decisions.withUnsafeBufferPointer { decisions in
          unsafe tables.actions.withUnsafeBufferPointer { actions in
            // The current code point stands at `place` and ends at `end`; the next one ends at `after`.
            var state = UInt32(tables.automaton.start)
            var place = 0
            var scalar: UInt32 = 0
            var entry: UInt32 = 0
            var end = 0
            var nextScalar: UInt32 = 0
            var nextEntry: UInt32 = 0
            var after = 0

            @inline(__always) func decode(_ from: Int) -> (UInt32, Int, UInt32) {
              let lead = unsafe source[from]
              if lead < 0x80 { return unsafe (UInt32(lead), from &+ 1, entries[Int(lead)]) }
              if lead >= 0xC2, lead < 0xE0, from &+ 1 < count {
                let trail = unsafe source[from &+ 1]
                if trail & 0xC0 == 0x80 {
                  let scalar = UInt32(lead & 0x1F) << 6 | UInt32(trail & 0x3F)
                  return unsafe (scalar, from &+ 2, entries[Int(scalar)])
                }
              }
              var position = from
              let scalar = UTF8Decoding.next(bytes, &position)
              if scalar == UTF8Decoding.invalid { return (0xFFFD, position, tables.farEntry) }
              return (scalar, position, tables.entry(scalar))
            }

            (scalar, end, entry) = decode(0)
            var seen = entry
            after = end
            if end < count { (nextScalar, after, nextEntry) = decode(end) } else { nextEntry = 0 }
            output.reserve(count &* 4 &+ 64)
            var room = count &* 4
            while place < count {
              seen |= nextEntry
              let decision = (entry & 0x7FFF) &* rowSize &+ state &* nextCount &+ nextEntry >> 16
              let action = unsafe actions[Int(decisions[Int(decision)])]
              if action.uses == TransducerTables.Action.slow {
                if seen & stop != 0 { break }
                let (rule, joins) = slow(
                  bytes, at: place, state: &state, into: &output)
                if joins { outcome = .joins }
                room = count &* 4
                output.reserve(room &+ 64)
                place = rule
                if place >= count { break }
                if place == end {
                  (scalar, end, entry) = (nextScalar, after, nextEntry)
                } else {
                  (scalar, end, entry) = decode(place)
                }
                seen |= entry
                if end < count {
                  (nextScalar, after, nextEntry) = decode(end)
                } else {
                  nextEntry = 0
                  after = end
                }
                continue
              }
              if room < 16 {
                output.reserve(count &* 4 &+ 64)
                room = count &* 4
              }
              if action.uses == TransducerTables.Action.copy {
                let word = UTF8Words.word(scalar)
                let length = end &- place
                unsafe output.appendUnchecked(word, count: scalar == 0xFFFD ? 3 : length)
                room = room &- 4
              } else {
                unsafe output.appendUnchecked(action.low, count: min(8, Int(action.length)))
                if action.length > 8 {
                  unsafe output.appendUnchecked(action.high, count: Int(action.length) &- 8)
                }
                room = room &- Int(action.length)
                if action.joins { outcome = .joins }
                if action.uses == 0 {
                  state = UInt32(action.state)
                  continue
                }
                if action.uses == 2 {
                  state = UInt32(action.state)
                  place = after
                  if place >= count { break }
                  (scalar, end, entry) = decode(place)
                  seen |= entry
                  if end < count {
                    (nextScalar, after, nextEntry) = decode(end)
                  } else {
                    nextEntry = 0
                    after = end
                  }
                  continue
                }
              }
              state = UInt32(action.state)
              place = end
              scalar = nextScalar
              entry = nextEntry
              end = after
              if end < count {
                (nextScalar, after, nextEntry) = decode(end)
              } else {
                nextEntry = 0
              }
            }
            if seen & stop != 0 { outcome = .unstable }
          }
        }
      }
    }
    return outcome
  }

  /// Tries the rules one by one at `place`, writes, and gives where to go on and whether NFC must be made.
  @inline(never)
  private func slow(
    _ bytes: Span<UInt8>, at place: Int, state: inout UInt32, into output: inout ByteBuffer
  ) -> (Int, Bool) {
    var position = place
    var scalars = InlineScalars()
    var ends = InlineScalars()
    while position < bytes.count, !scalars.isFull {
      let scalar = UTF8Decoding.next(bytes, &position)
      scalars.append(scalar == UTF8Decoding.invalid ? 0xFFFD : scalar)
      ends.append(UInt32(truncatingIfNeeded: position &- place))
    }
    let rule = scalars.withSpan { tables.match($0, at: 0, state: UInt16(state)) }
    guard let rule else {
      let scalar = scalars.first
      output.append(scalar: scalar)
      state = UInt32(tables.automaton.step(UInt16(state), scalar))
      // A letter of the text that could join what stands before it has sent the text the long way already.
      return (place + Int(ends.first), false)
    }
    let made = tables.rules[rule].output
    for scalar in made { output.append(scalar: scalar) }
    state = UInt32(tables.automaton.step(UInt16(state), made))
    let used = tables.rules[rule].key.count
    let next = used == 0 ? place : place + ends.withSpan { Int($0[used - 1]) }
    return (next, tables.joins[rule])
  }
}
