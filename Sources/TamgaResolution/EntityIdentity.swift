/// Which cluster goes on under which id: an entity lives on in the cluster that has most of its names.
struct EntityIdentity {
  /// The id of each cluster that goes on under one.
  private(set) var kept: [Int32: String] = [:]
  /// The stored entities each cluster has names of.
  private(set) var origins: [Int32: [String]] = [:]
  /// The clusters each stored entity's names are in.
  private(set) var destinations: [String: [Int32]] = [:]

  /// - Parameter names: for every stored name its cluster and its entity.
  init(_ names: [(cluster: Int32, entity: String)]) {
    struct Overlap {
      let entity: String
      let cluster: Int32
      var count: Int
    }
    var counts: [String: [Int32: Int]] = [:]
    for name in names { counts[name.entity, default: [:]][name.cluster, default: 0] += 1 }
    var overlaps: [Overlap] = []
    for (entity, clusters) in counts {
      destinations[entity] = clusters.keys.sorted()
      for (cluster, count) in clusters {
        overlaps.append(Overlap(entity: entity, cluster: cluster, count: count))
        origins[cluster, default: []].append(entity)
      }
    }
    for cluster in origins.keys { origins[cluster]?.sort() }
    overlaps.sort { ($1.count, $0.entity, $0.cluster) < ($0.count, $1.entity, $1.cluster) }
    var living: Set<String> = []
    for overlap in overlaps where kept[overlap.cluster] == nil && !living.contains(overlap.entity) {
      kept[overlap.cluster] = overlap.entity
      living.insert(overlap.entity)
    }
  }

  /// What became of every entity.
  ///
  /// - Parameters:
  ///   - ids: the ids of the clusters, the kept ones among them.
  ///   - touched: the clusters that have new rows.
  func changes(ids: [Int32: String], touched: Set<Int32>) -> [EntityChange] {
    var changes: [EntityChange] = []
    for (cluster, id) in ids {
      let others = (origins[cluster] ?? []).filter { $0 != id }
      guard kept[cluster] != nil else {
        changes.append(EntityChange(.born, id, others))
        continue
      }
      // An entity that lives on elsewhere has lost names; one that lives on nowhere is merged.
      let gone = others.filter { entity in
        !(destinations[entity] ?? []).contains { kept[$0] == entity }
      }
      if !gone.isEmpty { changes.append(EntityChange(.merged, id, gone)) }
      let heirs = (destinations[id] ?? []).filter { $0 != cluster }.compactMap { ids[$0] }
      if !heirs.isEmpty { changes.append(EntityChange(.split, id, heirs.sorted())) }
      if gone.isEmpty, touched.contains(cluster) { changes.append(EntityChange(.grown, id)) }
    }
    return changes.sorted { ($0.id, $0.kind.rawValue) < ($1.id, $1.kind.rawValue) }
  }
}
