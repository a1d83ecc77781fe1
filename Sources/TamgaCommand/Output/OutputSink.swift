internal import Tamga

/// Where results go: standard output, or a file that is there whole or not at all.
final class OutputSink {
  private let descriptor: Descriptor
  /// The file's name, and the one it is written under until it is complete.
  private let path: String?
  private let temporary: String
  private var isDone = false

  /// - Parameter path: a file, or nil or `-` for standard output.
  init(_ path: String?) throws(CommandError) {
    guard let path, path != "-" else {
      self.path = nil
      temporary = ""
      descriptor = .standardOutput
      return
    }
    if let device = try Descriptor.device(path) {
      self.path = nil
      temporary = ""
      descriptor = device
      return
    }
    self.path = path
    temporary = "\(path).\(Descriptor.processNumber).partial"
    descriptor = try .creating(temporary, called: path)
    Interruption.remember(temporary)
  }

  deinit {
    if path != nil, !isDone {
      Descriptor.remove(temporary)
      Interruption.forget(temporary)
    }
  }

  /// Adds to the output.
  func write(_ buffer: borrowing ByteBuffer) throws { try descriptor.write(buffer) }

  /// Adds a text to the output.
  func write(_ text: String) throws { try descriptor.write(text: text) }

  /// Puts the complete file in its place.
  func finish() throws(CommandError) {
    guard let path else { return }
    descriptor.synchronize()
    try Descriptor.move(temporary, to: path)
    isDone = true
    Interruption.forget(temporary)
  }
}
