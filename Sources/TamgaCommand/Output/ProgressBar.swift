internal import Dispatch
internal import Synchronization

/// A bar on the terminal with the time that is left; silent anywhere else.
final class ProgressBar: Sendable {
  private struct State {
    var done = 0
    var shownAt: UInt64 = 0
    var isVisible = false
  }

  private let total: Int
  private let start = DispatchTime.now().uptimeNanoseconds
  private let isEnabled: Bool
  private let state = Mutex(State())

  /// - Parameter total: how many bytes there are to do; nil where nobody knows.
  init(total: Int?) {
    self.total = total ?? 0
    isEnabled = total ?? 0 > 0 && Descriptor.standardError.isTerminal
  }

  /// Says how many bytes are done.
  func update(_ done: Int) {
    guard isEnabled else { return }
    let now = DispatchTime.now().uptimeNanoseconds
    state.withLock { state in
      state.done = done
      guard now - start > 500_000_000, now - state.shownAt > 100_000_000 else { return }
      state.shownAt = now
      state.isVisible = true
      try? Descriptor.standardError.write(text: "\r" + Self.line(done, total, now - start))
    }
  }

  /// Takes the bar from the terminal.
  func clear() {
    state.withLock { state in
      guard state.isVisible else { return }
      state.isVisible = false
      try? Descriptor.standardError.write(text: "\r\u{1B}[K")
    }
  }

  /// The bar as text: `[#####     ]  50 %  12 s left`.
  static func line(_ done: Int, _ total: Int, _ elapsed: UInt64) -> String {
    let share = min(1, Double(done) / Double(max(total, 1)))
    let filled = Int(share * 30)
    let bar = String(repeating: "#", count: filled) + String(repeating: " ", count: 30 - filled)
    let seconds = Double(elapsed) / 1e9
    let left = share > 0 ? Int((seconds / share - seconds).rounded(.up)) : 0
    let percent = String(Int(share * 100))
    return "[\(bar)] \(String(repeating: " ", count: 3 - min(3, percent.count)))\(percent) %"
      + "  \(left) s left \u{1B}[K"
  }
}
