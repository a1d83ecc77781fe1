/// The rules every table keeps, each with the sentence that says how it is broken.
public enum LexiconCheck {
  /// Everything wrong with a table's header and rows, in the order of lines.
  public static func faults(of table: LexiconTable) -> [LexiconError] {
    let header = LexiconHeader.required.filter { table.header[$0] == nil }.map {
      LexiconError(file: table.path, line: 1, fault: "the header has no \"# \($0): …\"")
    }
    return header + rowFaults(of: table, isSorted: true)
  }

  /// Everything wrong with a table's rows. A user's own table need not be sorted.
  static func rowFaults(of table: LexiconTable, isSorted: Bool) -> [LexiconError] {
    var faults: [LexiconError] = []
    func add(_ line: Int?, _ fault: String) {
      faults.append(LexiconError(file: table.path, line: line, fault: fault))
    }
    var previous: [UInt8] = []
    var keys: Set<[UInt8]> = []
    table.forEachRow { row in
      let text = row.text
      let cells = row.cells
      if text.isEmpty {
        add(row.line, "the line is empty")
        return
      }
      if cells.count != table.columns.count {
        add(
          row.line, "there are \(cells.count) cells where the header names \(table.columns.count)")
      }
      if text.unicodeScalars.contains("\r") { add(row.line, "the line ends in a carriage return") }
      if text.unicodeScalars.contains("\u{FFFD}") { add(row.line, "the line is not valid UTF-8") }
      if cells.contains(where: { $0.first == " " || $0.last == " " }) {
        add(row.line, "a cell begins or ends with a space")
      }
      let key = Array(cells[0].utf8)
      if key.isEmpty { add(row.line, "the key is empty") }
      if key == previous || !isSorted && !keys.insert(key).inserted {
        add(row.line, "the key \"\(cells[0])\" stands twice")
      } else if isSorted, key.lexicographicallyPrecedes(previous) {
        add(row.line, "the key \"\(cells[0])\" is out of order (rows are sorted bytewise)")
      }
      previous = key
    }
    return faults
  }
}
