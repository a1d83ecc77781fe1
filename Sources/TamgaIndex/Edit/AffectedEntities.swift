internal import Dispatch
internal import Foundation
internal import Synchronization
internal import TamgaResolution
internal import TamgaText

/// The entities of an index that new names may belong to.
struct AffectedEntities {
  private let index: NameIndex

  /// How many entities a new name is held against, and the probability below which one is passed over.
  private static let limit = 6
  private static let minimum = 0.01

  init(_ index: NameIndex) {
    self.index = index
  }

  /// A name to look for.
  private struct Query: Hashable {
    var name: String
    var type: NameType?
  }

  /// Their ids, sorted; looked for on all cores.
  func ids(_ table: NameTable) throws(IndexError) -> [String] {
    var seen: Set<Query> = []
    var queries: [Query] = []
    for row in 0..<table.count {
      let query = Query(
        name: table.names[row], type: table.types.isEmpty ? nil : table.types[row])
      if seen.insert(query).inserted { queries.append(query) }
    }
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let parts = max(1, min(cores, queries.count / 50))
    let found = Mutex<(ids: Set<String>, error: IndexError?)>(([], nil))
    let (path, all) = (index.path, queries)
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let range = all.count * part / parts..<all.count * (part + 1) / parts
      do throws(IndexError) {
        let ids = try Self.ids(all[range], path)
        found.withLock { $0.ids.formUnion(ids) }
      } catch {
        found.withLock { $0.error = error }
      }
    }
    if let error = found.withLock({ $0.error }) { throw error }
    return found.withLock { $0.ids.sorted() }
  }

  private static func ids(
    _ queries: ArraySlice<Query>, _ path: String
  ) throws(IndexError) -> Set<String> {
    var searcher = try NameSearcher(NameIndex(path: path))
    var ids: Set<String> = []
    var options = SearchOptions()
    options.limit = limit
    options.minimum = minimum
    for query in queries {
      options.type = query.type
      for hit in try searcher.search(query.name, options) { ids.insert(hit.entity) }
    }
    return ids
  }
}
