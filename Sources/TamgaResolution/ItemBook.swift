internal import TamgaNames
internal import TamgaText

/// The rows of a table with the distinct names they hold.
struct ItemBook: Sendable {
  /// The new rows, then those of stored names.
  let table: NameTable
  let newRows: Int
  let stored: StoredNames
  /// The distinct names, in an order of their own: sorted, so that the order of rows does not matter.
  private(set) var items: ItemTable
  /// For every item in sorted order, its number in `items`; and back.
  private(set) var order: [Int32] = []
  private(set) var rank: [Int32] = []
  /// What each item in sorted order names, and what is known of it by itself.
  var types: [NameType] = []
  var facts: [ItemFacts] = []

  init(_ table: NameTable, stored: StoredNames) {
    var all = table
    all.append(stored.table)
    self.table = all
    newRows = table.count
    self.stored = stored
    rowTypes = table.types
    if !stored.table.types.isEmpty {
      if rowTypes.isEmpty { rowTypes = Array(repeating: nil, count: table.count) }
      rowTypes.append(contentsOf: stored.table.types)
    } else if !rowTypes.isEmpty {
      rowTypes += Array(repeating: nil, count: stored.table.count)
    }
    items = ItemTable(capacity: all.count)
    clean()
    items.close()
    sort()
  }

  /// What each row names, where that was given.
  private var rowTypes: [NameType?]

  /// How many distinct names there are.
  var count: Int { order.count }

  /// How many distinct names there are with those that are stored and were not given.
  var population: Int { max(count, stored.population) }

  /// Whether names were given that had been resolved before.
  var isIncremental: Bool { stored.table.count > 0 }

  /// Whether the types of all rows were given.
  var hasTypes: Bool { !rowTypes.isEmpty }

  /// What a row names, where that was given.
  func type(row: Int) -> NameType? { rowTypes.isEmpty ? nil : rowTypes[row] }

  /// The language of a row, where it was given.
  func language(row: Int) -> Language? { table.languages.isEmpty ? nil : table.languages[row] }

  /// How often a row's name was given.
  func weight(_ row: Int) -> Int {
    row < newRows || stored.counts.isEmpty ? 1 : stored.counts[row - newRows]
  }

  /// The cleaned name of an item in sorted order.
  func name(_ number: Int) -> String { items.names[Int(order[number])] }

  /// Calls `body` with the cleaned name of an item in sorted order.
  func withName<Value>(_ number: Int, _ body: (Span<UInt8>) throws -> Value) rethrows -> Value {
    try items.names.withBytes(Int(order[number]), body)
  }

  /// The first row of an item in sorted order.
  func firstRow(_ number: Int) -> Int { Int(items.firstRows[Int(order[number])]) }

  // MARK: - Rows to items

  /// Cleans all rows and finds the distinct names.
  private mutating func clean() {
    var cleaners: [Int: BulkNameCleaner] = [:]
    var (current, cleaner) = (Int.min, BulkNameCleaner())
    var buffer = ByteBuffer(capacity: 256)
    for row in 0..<table.count {
      let type = type(row: row)
      let language = language(row: row)
      let key = (type?.index ?? -1) * 64 + (language?.index ?? -1)
      if key != current {
        cleaners[current] = cleaner
        cleaner =
          cleaners.removeValue(forKey: key)
          ?? BulkNameCleaner(CleaningOptions(language: language, type: type))
        current = key
      }
      buffer.truncate()
      table.names.withBytes(row) { _ = cleaner.clean($0, into: &buffer) }
      let context = context(row)
      buffer.withSpan { items.add($0, context: context) }
    }
  }

  /// A number for whatever tells two rows of one name apart: type, birth date, identifier; for bare names in documents,
  /// the document.
  private func context(_ row: Int) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    func mix(_ text: String) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0x1F) &* 0x100_0000_01b3
    }
    if let type = type(row: row) { mix(type.rawValue) }
    if !table.birthDates.isEmpty { mix(table.birthDates[row]) }
    if !table.identifiers.isEmpty { mix(table.identifiers[row]) }
    if !table.countries.isEmpty { mix(table.countries[row]) }
    if !table.genders.isEmpty { mix(table.genders[row]?.rawValue ?? "") }
    if !table.documents.isEmpty, table.documents[row] >= 0, isBare(row) {
      mix(String(table.documents[row]))
    }
    return hash
  }

  private func isBare(_ row: Int) -> Bool {
    table.names.withBytes(row) { name in
      for index in 0..<name.count where name[index] == 0x20 { return false }
      return true
    }
  }

  /// Puts the items in the order of their names, so that nothing depends on the order of rows.
  private mutating func sort() {
    let names = items.names
    let firstRows = items.firstRows
    let table = table
    let types = rowTypes
    func key(_ item: Int32) -> ArraySlice<UInt8> { names.bytes[names.range(Int(item))] }
    func context(_ item: Int32) -> String {
      let row = Int(firstRows[Int(item)])
      return [
        types.isEmpty ? "" : types[row]?.rawValue ?? "",
        table.birthDates.isEmpty ? "" : table.birthDates[row],
        table.genders.isEmpty ? "" : table.genders[row]?.rawValue ?? "",
        table.identifiers.isEmpty ? "" : table.identifiers[row],
        table.countries.isEmpty ? "" : table.countries[row],
        table.documents.isEmpty ? "" : String(table.documents[row]),
      ].joined(separator: "\u{1F}")
    }
    // Most names differ in their first sixteen bytes, which one number holds.
    let keyed = (0..<Int32(names.count)).map { item in
      let bytes = key(item)
      var head: UInt128 = 0
      for index in 0..<16 {
        head = head << 8 | (index < bytes.count ? UInt128(bytes[bytes.startIndex + index]) : 0)
      }
      return (head: head, item: item)
    }
    order = keyed.sorted { a, b in
      if a.head != b.head { return a.head < b.head }
      let (x, y) = (key(a.item), key(b.item))
      if x.elementsEqual(y) { return context(a.item) < context(b.item) }
      return x.lexicographicallyPrecedes(y)
    }.map(\.item)
    rank = Array(repeating: 0, count: order.count)
    for (number, item) in order.enumerated() { rank[Int(item)] = Int32(number) }
  }
}
