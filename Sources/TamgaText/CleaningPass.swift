/// One name's way through cleaning, stage by stage. A value is reused for many names, so that none allocates.
///
/// The stages are extensions, one a file; each reads `text` and leaves its result there.
struct CleaningPass {
  let options: CleaningOptions
  let tables: TextTables
  let codePoints: CodePoints
  let isRecording: Bool

  /// The name as it stands now.
  var text = WorkingText()
  /// A second text for stages that write anew.
  var spare = WorkingText()
  /// The length of the given text in scalars: the origin of whatever stands behind its end.
  var sourceCount: Int32 = 0
  /// The name before a round of the stages.
  private var before: [UInt32] = []
  /// The name after a round, as bytes for the gate.
  private var encoded: [UInt8] = []
  private let gate: CleanGate
  /// Ranges of words or tokens, for stages that change the text while they go through them.
  var ranges: [Range<Int>] = []
  /// Whether the name has no capital, and how many quotes were passed: for punctuation.
  var isSmall = false
  var quotes = 0
  private(set) var repairs: [Repair] = []
  var doubts: Set<CleanName.Doubt> = []
  /// Whether the name held bytes that are not UTF-8.
  private(set) var sawInvalid = false

  init(options: CleaningOptions, recording: Bool) {
    self.options = options
    self.isRecording = recording
    self.tables = .shared
    self.codePoints = .shared
    self.gate = .shared(options)
  }

  /// Cleans a name's bytes; the result is in `text`.
  mutating func run(_ bytes: Span<UInt8>) {
    repairs.removeAll(keepingCapacity: true)
    if !doubts.isEmpty { doubts.removeAll(keepingCapacity: true) }
    decode(bytes)
    if options.decodesEntities { decodeEntities() }
    // What one stage mends may be what another needed to see: the stages go on until nothing changes, so that cleaning
    // what was cleaned changes nothing.
    for _ in 0..<Self.mostRounds {
      before.removeAll(keepingCapacity: true)
      before.append(contentsOf: text.scalars)
      runStages()
      if before == text.scalars || passesGate() { break }
    }
  }

  private static let mostRounds = 6

  /// Whether the gate knows that another round would change nothing.
  private mutating func passesGate() -> Bool {
    encoded.removeAll(keepingCapacity: true)
    for scalar in text.scalars {
      switch scalar {
      case 0..<0x80: encoded.append(UInt8(scalar))
      case 0x80..<0x800:
        encoded.append(UInt8(0xC0 | scalar >> 6))
        encoded.append(UInt8(0x80 | scalar & 0x3F))
      case 0x2019: encoded.append(contentsOf: [0xE2, 0x80, 0x99])
      default: return false
      }
    }
    return gate.passes(encoded.span)
  }

  private mutating func runStages() {
    repairMojibake()
    unifySigns()
    compose()
    repairScripts()
    unifyArabic()
    arrangePunctuation()
    if options.repairsCase { repairCase() }
  }

  /// Records that the scalars of `range` in `text` become `replacement`.
  @inline(__always)
  mutating func record(_ kind: Repair.Kind, _ range: Range<Int>, _ replacement: [UInt32]) {
    guard isRecording else { return }
    recordAlways(kind, range, replacement)
  }

  @inline(never)
  private mutating func recordAlways(
    _ kind: Repair.Kind, _ range: Range<Int>, _ replacement: [UInt32]
  ) {
    let start = origin(range.lowerBound)
    let end = max(start, origin(range.upperBound))
    repairs.append(
      Repair(
        kind: kind, range: Int(start)..<Int(end),
        from: UTF8Decoding.text(text.scalars[range]), to: UTF8Decoding.text(replacement)))
  }

  private func origin(_ index: Int) -> Int32 {
    index < text.count ? text.origins[index] : sourceCount
  }

  /// Replaces one scalar in place, recording it.
  mutating func replace(_ index: Int, with scalar: UInt32, _ kind: Repair.Kind) {
    record(kind, index..<index + 1, [scalar])
    text.scalars[index] = scalar
  }

  /// Makes what was written to `spare` the text.
  mutating func adoptSpare() {
    swap(&text, &spare)
    spare.removeAll()
  }

  /// Stands for an ill-formed sequence until it is recorded.
  private static let replaced: UInt32 = 0xFFFF_FFFF

  /// Decodes UTF-8; what is not UTF-8 becomes U+FFFD.
  private mutating func decode(_ bytes: Span<UInt8>) {
    text.removeAll()
    spare.removeAll()
    var position = 0
    var origin: Int32 = 0
    sawInvalid = false
    while position < bytes.count {
      let scalar = UTF8Decoding.next(bytes, &position)
      if scalar == UTF8Decoding.invalid { sawInvalid = true }
      text.append(scalar == UTF8Decoding.invalid ? Self.replaced : scalar, from: origin)
      origin += 1
    }
    sourceCount = origin
    guard sawInvalid else { return }
    for index in 0..<text.count where text.scalars[index] == Self.replaced {
      record(.invalid, index..<index + 1, [0xFFFD])
      text.scalars[index] = 0xFFFD
    }
  }

  /// Puts the ranges of `text` between spaces into `ranges`.
  mutating func collectTokens() {
    ranges.removeAll(keepingCapacity: true)
    var start = 0
    for index in 0...text.count where index == text.count || text.scalars[index] == 0x20 {
      if start < index { ranges.append(start..<index) }
      start = index + 1
    }
  }

  /// The ranges of `text` between spaces.
  func forEachToken(_ body: (Range<Int>) -> Void) {
    var start = 0
    for index in 0...text.count where index == text.count || text.scalars[index] == 0x20 {
      if start < index { body(start..<index) }
      start = index + 1
    }
  }
}
