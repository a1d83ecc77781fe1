/// Why an index cannot be made, read or changed. Every message is one sentence that says what to do.
public enum IndexError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no such file.
  case missing(path: String)
  /// The file is not an index of Tamga.
  case notAnIndex(path: String)
  /// The index has another format than this program reads.
  case otherFormat(path: String, found: String, known: String)
  /// The index was made with other lexicons or rules, so that names would be looked up under other keys.
  case otherRules(path: String)
  /// The file or its folder cannot be written.
  case cannotWrite(path: String, reason: String)
  /// There is no room left on the disk, or a limit on the size of files was reached.
  case full(path: String)
  /// Another process changes the index.
  case busy(path: String)
  /// The file is broken.
  case damaged(path: String, fault: String)
  /// There is no entity of this id.
  case noEntity(path: String, id: String)
  /// There is no such spelling in the index, or in the entity.
  case noVariant(path: String, name: String)
  /// What was asked for contradicts itself.
  case contradiction(String)
  /// A line of an export that is to be read again has a fault.
  case record(file: String, line: Int, fault: String)

  /// The sentence.
  public var description: String {
    switch self {
    case .missing(let path):
      "There is no index at \(path): make it with \"tamga index build FILE… --output \(path)\"."
    case .notAnIndex(let path): "\(path) is not an index made by \"tamga index build\"."
    case .otherFormat(let path, let found, let known):
      "\(path) has format \(found), and this tamga reads format \(known): build it anew with "
        + "\"tamga index build FILE… --output \(path)\"."
    case .otherRules(let path):
      "\(path) was built with other lexicons or rules: build it anew with \"tamga index export "
        + "\(path) --as jsonl --output names.jsonl && tamga index build names.jsonl --output "
        + "\(path)\"."
    case .cannotWrite(let path, let reason): "\(path) cannot be written: \(reason)."
    case .full(let path):
      "There is no room left to write \(path): free some space or choose another folder; "
        + "what was there is as it was."
    case .busy(let path):
      "\(path) is being changed by another process: try again when it has finished."
    case .damaged(let path, let fault):
      "\(path) is damaged (\(fault)): restore it from a copy or build it anew with "
        + "\"tamga index build FILE… --output \(path)\"."
    case .noEntity(let path, let id): "\(path) has no entity \"\(id)\"."
    case .noVariant(let path, let name): "\(path) has no spelling \"\(name)\"."
    case .contradiction(let text): text
    case .record(let file, let line, let fault): "\(file):\(line): \(fault)."
    }
  }
}
