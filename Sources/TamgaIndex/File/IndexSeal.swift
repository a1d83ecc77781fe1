internal import Foundation

/// The seal of an index file: a number made from all its bytes and kept in its header, so that one flipped byte is
/// found.
///
/// It stands in SQLite's `user_version` (bytes 60 to 63), which is free for programs. What SQLite itself changes with
/// every commit is left out: the change counter (24 to 27) and its copy (92 to 99), which must agree with each other.
enum IndexSeal {
  /// What the header says and what the bytes say.
  struct Reading: Equatable {
    var written: UInt32
    var computed: UInt32
    /// Whether the change counter and its copy agree.
    var countersAgree: Bool
  }

  private static let headerLength = 100
  private static let chunk = 1 << 20

  /// Reads a whole file: about a tenth of a second for 150 MB.
  static func read(_ path: String) throws -> Reading {
    let handle = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? handle.close() }
    var state = State()
    var reading = Reading(written: 0, computed: 0, countersAgree: true)
    var isFirst = true
    while var data = try handle.read(upToCount: chunk), !data.isEmpty {
      if isFirst {
        isFirst = false
        guard data.count >= headerLength else { break }
        reading.written = number(data, 60)
        reading.countersAgree = number(data, 24) == number(data, 92)
        for range in [24..<28, 60..<64, 92..<100] {
          for index in range { data[data.startIndex + index] = 0 }
        }
      }
      state.add(data)
    }
    reading.computed = state.value
    return reading
  }

  /// Seals a closed file that nobody else has open.
  static func write(_ path: String) throws {
    let value = try read(path).computed
    let handle = try FileHandle(forUpdating: URL(filePath: path))
    defer { try? handle.close() }
    try handle.seek(toOffset: 60)
    try handle.write(
      contentsOf: Data((0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }))
  }

  private static func number(_ data: Data, _ offset: Int) -> UInt32 {
    var value: UInt32 = 0
    for index in 0..<4 { value = value << 8 | UInt32(data[data.startIndex + offset + index]) }
    return value
  }

  /// A running hash in which every step can be undone, so that two files that differ in one place never agree before
  /// the last fold.
  private struct State {
    private var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var length: UInt64 = 0

    mutating func add(_ data: Data) {
      length += UInt64(data.count)
      let bytes = data.span
      var index = 0
      while index + 8 <= bytes.count {
        var word: UInt64 = 0
        for offset in 0..<8 { word |= UInt64(bytes[index + offset]) << UInt64(8 * offset) }
        mix(word)
        index += 8
      }
      while index < bytes.count {
        mix(UInt64(bytes[index]) | 1 << 63)
        index += 1
      }
    }

    private mutating func mix(_ word: UInt64) {
      hash = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
      hash ^= hash >> 32
    }

    /// Never 0: that says that a file is not sealed.
    var value: UInt32 {
      var last = self
      last.mix(length)
      let folded = UInt32(truncatingIfNeeded: last.hash ^ last.hash >> 31)
      return folded == 0 ? 1 : folded
    }
  }
}
