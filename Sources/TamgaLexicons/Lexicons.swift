internal import Synchronization

/// The tables Tamga ships, and a user's own laid over them.
public struct Lexicons: Sendable {
  /// The tables embedded in this binary.
  public static let embedded = Lexicons(files: LexiconBytes.allEmbedded())

  /// The tables this process works with: those embedded in the binary, unless others were installed.
  public static var shipped: Lexicons {
    process.withLock { state in
      state.isRead = true
      return state.lexicons ?? embedded
    }
  }

  /// What `shipped` is, and whether anybody has it already.
  private static let process = Mutex<(lexicons: Lexicons?, isRead: Bool)>((nil, false))

  /// Makes these the tables of the whole process, as `--lexicon` does before anything else.
  ///
  /// - Returns: false, and nothing is changed, where some part of the process has read its tables
  ///   already: half a program must not know other names than its other half.
  @discardableResult
  public static func install(_ lexicons: Lexicons) -> Bool {
    process.withLock { state in
      guard !state.isRead else { return false }
      state.lexicons = lexicons
      return true
    }
  }

  private let files: [(path: String, bytes: LexiconBytes)]
  private let overlays: [LexiconTable]

  init(files: [(path: String, bytes: LexiconBytes)], overlays: [LexiconTable] = []) {
    self.files = files
    self.overlays = overlays
  }

  /// The paths of all files below `Lexicons/`, sorted.
  public var paths: [String] { files.map(\.path) }

  /// The user's tables, in the order they were laid over.
  public var overlayPaths: [String] { overlays.map(\.path) }

  /// The bytes of a shipped file.
  public func bytes(_ path: String) -> LexiconBytes? {
    var low = 0
    var high = files.count
    while low < high {
      let middle = (low + high) / 2
      if files[middle].path == path { return files[middle].bytes }
      if files[middle].path.utf8.lexicographicallyPrecedes(path.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return nil
  }

  /// A shipped table.
  ///
  /// - Throws: `LexiconError` when there is none of that path.
  public func table(_ path: String) throws(LexiconError) -> LexiconTable {
    guard let bytes = bytes(path) else {
      throw LexiconError(file: path, fault: "there is no such table")
    }
    return try LexiconTable(path: path, bytes: bytes)
  }

  /// Calls `body` with the rows of a table: the user's first, then the shipped ones that no user's row replaces.
  public func forEachRow(_ path: String, _ body: (LexiconRow) -> Void) {
    var replaced: Set<String> = []
    for overlay in overlays.reversed() where overlay.header["overlays"] == path {
      overlay.forEachRow { row in
        if replaced.insert(row[0]).inserted { body(row) }
      }
    }
    guard let table = try? table(path) else { return }
    table.forEachRow { row in
      if replaced.isEmpty || !replaced.contains(row[0]) { body(row) }
    }
  }

  /// These tables with a user's table laid over one of them.
  ///
  /// The user's file has the form of a shipped table and says in its header which one it replaces
  /// rows of and adds rows to: `# overlays: names/given-az.tsv`. Columns are those of that table, in
  /// its order; nothing else must stand in the header, and rows may stand in any order.
  ///
  /// - Throws: `LexiconError` with file and line for a file that is not of that form.
  public func overlaying(_ bytes: [UInt8], named name: String) throws(LexiconError) -> Lexicons {
    let overlay = try UserTable(bytes, named: name, over: self)
    return Lexicons(files: files, overlays: overlays + [overlay.table])
  }

  /// A number that changes when any table does, made from paths and bytes, in hexadecimal: about a millisecond.
  public var fingerprint: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ word: UInt64) {
      hash = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
      hash ^= hash >> 32
    }
    for file in files + overlays.map({ ($0.path, $0.bytes) }) {
      for byte in file.0.utf8 { mix(UInt64(byte)) }
      file.1.withSpan { span in
        let bytes = unsafe span.bytes
        var index = 0
        while index + 8 <= bytes.byteCount {
          // Eight bytes at once; the bounds were tested in the line above.
          mix(
            UInt64(
              littleEndian: unsafe bytes.unsafeLoadUnaligned(
                fromUncheckedByteOffset: index, as: UInt64.self)))
          index += 8
        }
        while index < span.count {
          mix(UInt64(span[index]))
          index += 1
        }
        mix(UInt64(span.count))
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
