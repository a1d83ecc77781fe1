/// A user's own table, checked, to be laid over a shipped one.
struct UserTable {
  let table: LexiconTable

  /// Reads and checks a user's file.
  ///
  /// - Throws: `LexiconError` with the first fault.
  init(_ bytes: [UInt8], named name: String, over lexicons: Lexicons) throws(LexiconError) {
    let bytes = LexiconBytes(Self.normalized(bytes))
    let header = try LexiconHeader.read(bytes, path: name).header
    guard let target = header["overlays"] else {
      throw LexiconError(
        file: name, line: 1,
        fault: "the header does not say which table it adds to (\"# overlays: names/given-az.tsv\")"
      )
    }
    guard Self.rooms.contains(where: target.hasPrefix), lexicons.bytes(target) != nil else {
      throw LexiconError(
        file: name, line: 1,
        fault: "\(target) is no table that a user may add to; those are "
          + lexicons.overlayTargets.joined(separator: ", "))
    }
    let base = try lexicons.table(target)
    table = try LexiconTable(path: name, bytes: bytes, defaultColumns: base.columns)
    guard base.columns == table.columns else {
      throw LexiconError(
        file: name, line: 1,
        fault: "its columns are not those of \(target): \(base.columns.joined(separator: " "))")
    }
    let faults = LexiconCheck.rowFaults(of: table, isSorted: false) + wordFaults(as: target)
    if let fault = faults.min(by: { ($0.line ?? 0) < ($1.line ?? 0) }) { throw fault }
  }

  /// The folders whose tables are written by people; what stands elsewhere is generated or learned.
  static let rooms = ["names/", "places/", "organizations/", "works/"]

  /// Line ends of other systems and a byte order mark are not the user's concern.
  private static func normalized(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if bytes.contains(0x0D) {
      bytes = bytes.indices.filter {
        bytes[$0] != 0x0D || $0 + 1 < bytes.count && bytes[$0 + 1] != 0x0A
      }.map { bytes[$0] }
    }
    while bytes.last == 0x0A { bytes.removeLast() }
    return bytes + [0x0A]
  }

  /// Cells that must hold one of a few words and do not.
  private func wordFaults(as target: String) -> [LexiconError] {
    let rules = CellRule.tables[target] ?? [:]
    var faults: [LexiconError] = []
    for (number, column) in table.columns.enumerated() {
      guard case .word(let words)? = rules[column] else { continue }
      table.forEachRow { row in
        for value in row.values(number) where !words.contains(value) {
          faults.append(
            LexiconError(
              file: table.path, line: row.line,
              fault: "\"\(value)\" in the column \(column) is none of "
                + words.sorted().joined(separator: ", ")))
        }
      }
    }
    return faults
  }
}

extension Lexicons {
  /// The tables that a user's own may be laid over, sorted.
  public var overlayTargets: [String] {
    paths.filter { path in UserTable.rooms.contains(where: path.hasPrefix) }
  }
}
