internal import TamgaResolution
internal import TamgaText

/// The entities of an index that new names may belong to.
struct AffectedEntities {
  private var searcher: NameSearcher
  private let index: NameIndex

  /// How many entities a new name is held against, and the probability below which one is passed over.
  private static let limit = 6
  private static let minimum = 0.01

  init(_ index: NameIndex) throws(IndexError) {
    self.index = index
    searcher = try NameSearcher(index)
  }

  /// Their ids, sorted.
  mutating func ids(_ table: NameTable) throws(IndexError) -> [String] {
    var ids: Set<String> = []
    var seen: Set<String> = []
    var options = SearchOptions()
    options.limit = Self.limit
    options.minimum = Self.minimum
    for row in 0..<table.count {
      let name = table.names[row]
      options.type = table.types.isEmpty ? nil : table.types[row]
      guard seen.insert("\(options.type?.rawValue ?? "") \(name)").inserted else { continue }
      for hit in try searcher.search(name, options) { ids.insert(hit.entity) }
    }
    return ids.sorted()
  }
}
