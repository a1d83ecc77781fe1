/// The documents each distinct name stands in.
struct ItemDocuments {
  /// What one document says for two names in it, in bits: who is named there is named there again.
  static let evidence: Float = 8

  private let lists: [[Int32]]

  /// The documents of the names of a table; nil where it has none.
  init?(_ book: ItemBook) {
    if book.table.documents.isEmpty { return nil }
    var lists = [[Int32]](repeating: [], count: book.count)
    for (row, item) in book.items.items.enumerated() where item >= 0 {
      let document = book.table.documents[row]
      if document >= 0 { lists[Int(book.rank[Int(item)])].append(document) }
    }
    for index in lists.indices { lists[index].sort() }
    self.lists = lists
  }

  /// Whether two names stand in one document.
  func share(_ a: Int32, _ b: Int32) -> Bool {
    let (x, y) = (lists[Int(a)], lists[Int(b)])
    var (i, j) = (0, 0)
    while i < x.count, j < y.count {
      if x[i] == y[j] { return true }
      if x[i] < y[j] { i += 1 } else { j += 1 }
    }
    return false
  }
}
