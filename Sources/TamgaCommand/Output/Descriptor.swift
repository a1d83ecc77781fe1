internal import Tamga

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The reader of a pipe has gone: no failure, only the end.
struct BrokenPipe: Error {}

/// An open file, read and written in blocks.
///
/// A named hot path: it hands memory to system calls. Foundation's file handles copy every block once more.
final class Descriptor: Sendable {
  static let standardInput = Descriptor(0, name: "standard input")
  static let standardOutput = Descriptor(1, name: "standard output")
  static let standardError = Descriptor(2, name: "standard error")

  /// What to call it in a sentence.
  let name: String
  private let number: Int32

  private init(_ number: Int32, name: String) {
    self.number = number
    self.name = name
  }

  deinit {
    if number > 2 { _ = close(number) }
  }

  /// Opens a file for reading.
  static func reading(_ path: String) throws(CommandError) -> Descriptor {
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .noInput(path) }
      throw .unreadable(path, reason: Self.reason(errno))
    }
    let descriptor = Descriptor(number, name: path)
    if descriptor.isDirectory { throw .isDirectory(path) }
    return descriptor
  }

  /// Opens a new file for writing, in place of any that has its name.
  static func creating(_ path: String, called name: String) throws(CommandError) -> Descriptor {
    let number = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard number >= 0 else { throw .cannotWrite(name, reason: Self.reason(errno)) }
    return Descriptor(number, name: name)
  }

  /// Whether it is a folder.
  private var isDirectory: Bool {
    var status = stat()
    return unsafe fstat(number, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// How many bytes the file has; nil for a pipe or a terminal.
  var size: Int? {
    var status = stat()
    guard unsafe fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Whether it is a terminal.
  var isTerminal: Bool { isatty(number) == 1 }

  /// Fills `block` from `start` on as far as the input goes.
  ///
  /// - Returns: how many bytes were read; less than asked for only at the end of the input.
  func read(into block: inout [UInt8], from start: Int) throws(CommandError) -> Int {
    var filled = start
    let end = block.count
    while filled < end {
      let count = unsafe block.withUnsafeMutableBytes { bytes in
        unsafe Self.read(number, bytes, filled)
      }
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw .inputOutput(name, reason: Self.reason(errno))
      }
      filled += count
    }
    return filled - start
  }

  private static func read(
    _ number: Int32, _ bytes: UnsafeMutableRawBufferPointer, _ start: Int
  ) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.read(number, bytes.baseAddress.map { unsafe $0 + start }, bytes.count - start)
    #else
      unsafe Darwin.read(number, bytes.baseAddress.map { unsafe $0 + start }, bytes.count - start)
    #endif
  }

  /// Writes everything.
  ///
  /// - Throws: `BrokenPipe` when nobody reads any more; else a `CommandError`.
  func write(_ buffer: borrowing ByteBuffer) throws {
    try unsafe buffer.withBytes { bytes in try unsafe write(bytes) }
  }

  /// Writes a text.
  func write(text: String) throws {
    var text = text
    try text.withUTF8 { bytes in try unsafe write(UnsafeRawBufferPointer(bytes)) }
  }

  /// Writes bytes.
  func write(bytes: [UInt8]) throws {
    try unsafe bytes.withUnsafeBytes { bytes in try unsafe write(bytes) }
  }

  private func write(_ bytes: UnsafeRawBufferPointer) throws {
    var written = 0
    while written < bytes.count {
      #if canImport(Glibc)
        let count = unsafe Glibc.write(
          number, bytes.baseAddress.map { unsafe $0 + written }, bytes.count - written)
      #else
        let count = unsafe Darwin.write(
          number, bytes.baseAddress.map { unsafe $0 + written }, bytes.count - written)
      #endif
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { throw BrokenPipe() }
        throw CommandError.inputOutput(name, reason: Self.reason(errno))
      }
      written += count
    }
  }

  /// Opens a device or a pipe that is there, to write to it as it is; nil where `path` is a file, or nothing.
  static func device(_ path: String) throws(CommandError) -> Descriptor? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return nil }
    if status.st_mode & S_IFMT == S_IFDIR { throw .cannotWrite(path, reason: reason(EISDIR)) }
    let number = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard number >= 0 else { throw .cannotWrite(path, reason: reason(errno)) }
    return Descriptor(number, name: path)
  }

  /// The number of this process, for names that no other process gives.
  static var processNumber: Int32 { getpid() }

  /// Removes a file, if it is there.
  static func remove(_ path: String) { _ = unsafe unlink(path) }

  /// Gives a file another name, in place of any that has it.
  static func move(_ path: String, to name: String) throws(CommandError) {
    guard unsafe rename(path, name) == 0 else {
      throw .cannotWrite(name, reason: Self.reason(errno))
    }
  }

  /// Makes sure that what was written survives a crash of the machine.
  func synchronize() { _ = fsync(number) }

  /// What the system calls an error.
  static func reason(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "permission denied"
    case ENOSPC: "no space is left on the device"
    case EROFS: "the file system is read-only"
    case ENOENT: "there is no such folder"
    case ENOTDIR: "a part of the path is not a folder"
    case EISDIR: "it is a folder"
    case EFBIG: "the file would be too large"
    default: unsafe String(cString: strerror(code))
    }
  }
}
