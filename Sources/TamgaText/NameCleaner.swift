/// Cleans names: the friendly face for a few, and the same work on bytes for many.
public struct NameCleaner: Sendable {
  /// What is known about the names.
  public let options: CleaningOptions

  /// A cleaner of names of which this is known.
  public init(_ options: CleaningOptions = CleaningOptions()) {
    self.options = options
  }

  /// Cleans one name and says what was changed.
  public func clean(_ name: String) -> CleanName {
    var pass = CleaningPass(options: options, recording: true)
    let bytes = Array(name.utf8)
    pass.run(bytes.span)
    return CleanName(
      text: UTF8Decoding.text(pass.text.scalars), repairs: pass.repairs, doubts: pass.doubts)
  }
}

/// Cleans names in bulk, as bytes: one value a thread.
public struct BulkNameCleaner {
  private var pass: CleaningPass
  private let gate: CleanGate

  /// A cleaner of names of which this is known.
  public init(_ options: CleaningOptions = CleaningOptions()) {
    pass = CleaningPass(options: options, recording: false)
    gate = .shared(options)
  }

  /// Whether a name can be told at a glance to need no cleaning: most names of a list.
  @inline(__always)
  public func leavesAlone(_ name: Span<UInt8>) -> Bool { gate.passes(name) }

  /// Appends the cleaned form of a name to `output`.
  ///
  /// - Returns: whether the name was changed.
  @discardableResult
  public mutating func clean(_ name: Span<UInt8>, into output: inout ByteBuffer) -> Bool {
    if gate.passes(name) {
      output.append(name)
      return false
    }
    pass.run(name)
    let start = output.count
    for scalar in pass.text.scalars { output.append(scalar: scalar) }
    return output.withSpan { written in
      guard written.count - start == name.count else { return true }
      for index in 0..<name.count where written[start + index] != name[index] { return true }
      return false
    }
  }
}
