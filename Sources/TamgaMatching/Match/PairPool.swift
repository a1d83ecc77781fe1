internal import Dispatch
internal import Foundation
internal import Synchronization
public import TamgaText

/// Compares the names of batches pair by pair on all cores, and remembers words from batch to batch.
///
/// ```swift
/// let pool = PairPool()
/// let scores = pool.scores(NameBatch(["Heydər Əliyev"]), NameBatch(["Гейдар Алиев"]))
/// ```
///
/// The result depends neither on the number of cores, nor on what other pairs there are, nor on earlier batches.
public final class PairPool: Sendable {
  /// A comparer that one thread at a time has.
  private final class Slot: Sendable {
    struct State: ~Copyable {
      var comparer: PairComparer
      var scores: [PairScore] = []
    }

    let state: Mutex<State>

    init(_ options: MatchOptions) {
      state = Mutex(State(comparer: PairComparer(options)))
    }
  }

  private let slots: [Slot]
  /// Fewer pairs than these are not worth another thread.
  private static let fewest = 256

  /// A pool with these options.
  ///
  /// - Parameter threads: how many threads compare at once; by default one a core.
  public init(_ options: MatchOptions = MatchOptions(), threads: Int? = nil) {
    let count = max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount)
    slots = (0..<count).map { _ in Slot(options) }
  }

  /// The scores of the first name of each batch, of the second, and so on.
  ///
  /// When one batch is longer, its further names are left out.
  public func scores(_ first: NameBatch, _ second: NameBatch) -> [PairScore] {
    let count = min(first.count, second.count)
    let parts = max(1, min(slots.count, count / Self.fewest))
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      slots[part].state.withLock { state in
        state.scores.removeAll(keepingCapacity: true)
        for index in count * part / parts..<count * (part + 1) / parts {
          let score = first.withBytes(index) { a in
            second.withBytes(index) { b in state.comparer.score(a, b) }
          }
          state.scores.append(score)
        }
      }
    }
    var all: [PairScore] = []
    all.reserveCapacity(count)
    for part in 0..<parts {
      slots[part].state.withLock { all.append(contentsOf: $0.scores) }
    }
    return all
  }
}
