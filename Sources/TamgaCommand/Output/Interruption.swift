internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What is taken away when the user stops a command: no half file stays.
enum Interruption {
  private struct State {
    var paths: Set<String> = []
    var sources: [any DispatchSourceSignal] = []
  }

  private static let state = Mutex(State())

  /// Has a file removed when the command is stopped.
  static func remember(_ path: String) {
    state.withLock { state in
      state.paths.insert(path)
      guard state.sources.isEmpty else { return }
      for number in [SIGINT, SIGTERM, SIGHUP] {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { stop(number) }
        source.resume()
        state.sources.append(source)
      }
    }
  }

  /// A file that is complete, or gone, stays as it is.
  static func forget(_ path: String) { _ = state.withLock { $0.paths.remove(path) } }

  private static func stop(_ number: Int32) {
    state.withLock { state in
      for path in state.paths { Descriptor.remove(path) }
      // As a shell reports a command that a signal ended.
      _exit(128 + number)
    }
  }
}
