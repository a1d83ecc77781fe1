import TamgaText
import Testing

@testable import TamgaResolution

@Suite("Average link")
struct ClusteringTests {
  private func clusters(
    _ count: Int, _ edges: [(Int32, Int32, Float)], forbidden: [(Int32, Int32)] = [],
    forced: [(Int32, Int32)] = []
  ) -> [Int32] {
    AverageLink().clusters(
      count: count, edges: edges.map { .init(a: $0.0, b: $0.1, bits: $0.2) },
      forbidden: forbidden, forced: forced
    ).clusters
  }

  @Test func pairsAboveTheThresholdAreJoined() {
    #expect(clusters(4, [(0, 1, 5), (2, 3, 4), (1, 2, -9)]) == [0, 0, 2, 2])
  }

  @Test func oneBridgeDoesNotJoinStrangers() {
    // 1 and 2 are alike; all the others are known to be strangers.
    let edges: [(Int32, Int32, Float)] = [
      (0, 1, 6), (2, 3, 6), (1, 2, 2), (0, 2, -15), (0, 3, -15), (1, 3, -15),
    ]
    #expect(clusters(4, edges) == [0, 0, 2, 2])
  }

  @Test func whatIsForbiddenNeverMeets() {
    let edges: [(Int32, Int32, Float)] = [(0, 1, 6), (1, 2, 6), (0, 2, 6)]
    let found = clusters(3, edges, forbidden: [(0, 2)])
    #expect(found[0] != found[2])
  }

  @Test func whatIsForcedMeetsAgainstTheEvidence() {
    #expect(clusters(3, [(0, 1, -15)], forced: [(0, 1)]) == [0, 0, 2])
  }

  @Test func theOrderOfEdgesDoesNotMatter() {
    let edges: [(Int32, Int32, Float)] = [
      (0, 1, 3), (1, 2, 3), (2, 3, 3), (3, 4, 3), (0, 2, -1), (1, 3, -1), (2, 4, -1),
    ]
    #expect(clusters(5, edges) == clusters(5, edges.reversed()))
  }

  @Test func anEntityLivesOnWhereMostOfItsNamesAre() {
    let identity = EntityIdentity([
      (0, "a"), (0, "a"), (3, "a"), (0, "b"), (5, "c"),
    ])
    #expect(identity.kept == [0: "a", 5: "c"])
    #expect(
      identity.changes(ids: [0: "a", 3: "new", 5: "c"], touched: [5]) == [
        EntityChange(.merged, "a", ["b"]), EntityChange(.split, "a", ["new"]),
        EntityChange(.grown, "c"), EntityChange(.born, "new", ["a"]),
      ])
  }

  @Test func idsAreMadeOfTypeAndName() {
    let id = EntityID.make(type: "person", name: "Heydər Əliyev")
    #expect(id == EntityID.make(type: "person", name: "Heydər Əliyev"))
    #expect(id != EntityID.make(type: "place", name: "Heydər Əliyev"))
    #expect(id.count == 14 && id.first == "t")
  }
}
