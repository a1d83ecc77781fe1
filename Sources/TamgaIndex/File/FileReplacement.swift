internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#endif

/// A file written beside its place and put there whole by one rename.
///
/// Treated as a named hot path: `rename`, `open` and `fsync` are called directly, since Foundation offers no rename that
/// replaces a file in one step.
struct FileReplacement {
  /// Where the file is to be in the end, and where it is written.
  let path: String
  let temporary: String

  /// Chooses a name for the temporary file, and removes what dead processes have left.
  init(path: String) {
    self.path = path
    let url = URL(filePath: path)
    let folder = url.deletingLastPathComponent()
    let prefix = ".\(url.lastPathComponent)."
    let suffix = ".building"
    let process = ProcessInfo.processInfo.processIdentifier
    temporary =
      folder.appending(path: "\(prefix)\(process)\(suffix)").path(percentEncoded: false)
    let names =
      (try? FileManager.default.contentsOfDirectory(
        atPath: folder.path(percentEncoded: false))) ?? []
    for name in names where name.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count)
      guard let end = rest.range(of: suffix), let owner = Int32(rest[..<end.lowerBound]),
        owner == process || (kill(owner, 0) != 0 && errno == ESRCH)
      else { continue }
      try? FileManager.default.removeItem(at: folder.appending(path: name))
    }
  }

  /// Says early that a file cannot be written at `path`.
  static func checkFolder(of path: String) throws(IndexError) {
    if Self.isFolder(path) { throw .cannotWrite(path: path, reason: "it is a folder") }
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    guard Self.isFolder(folder) else {
      throw .cannotWrite(path: path, reason: "there is no folder \(folder)")
    }
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw .cannotWrite(path: path, reason: "the folder \(folder) is read-only")
    }
  }

  /// Whether there is a folder of that path.
  static func isFolder(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false))
    return attributes?[.type] as? FileAttributeType == .typeDirectory
  }

  /// Removes the temporary file.
  func discard() {
    for suffix in ["", "-journal"] {
      try? FileManager.default.removeItem(atPath: temporary + suffix)
    }
  }

  /// Brings the bytes to the disk and the file to its place.
  func commit() throws(IndexError) {
    try synchronize(temporary)
    guard unsafe rename(temporary, path) == 0 else {
      throw IndexError.system(path: path, errno)
    }
    // The rename itself reaches the disk with the folder. A folder that cannot be opened for it is not an error: the
    // file is in its place.
    try? synchronize(URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false))
  }

  private func synchronize(_ path: String) throws(IndexError) {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw IndexError.system(path: path, errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw IndexError.system(path: path, errno) }
  }
}

extension IndexError {
  /// What the system's error number says.
  static func system(path: String, _ number: Int32) -> IndexError {
    switch number {
    case ENOSPC, EFBIG, EDQUOT: .full(path: path)
    case EACCES, EPERM, EROFS: .cannotWrite(path: path, reason: "the folder is read-only")
    case ENOENT, ENOTDIR: .cannotWrite(path: path, reason: "there is no such folder")
    case EISDIR, ENOTEMPTY: .cannotWrite(path: path, reason: "it is a folder")
    default:
      .cannotWrite(
        path: path, reason: "the system says \(unsafe String(cString: strerror(number)))")
    }
  }
}
