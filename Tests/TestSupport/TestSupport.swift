public import Foundation

/// Where tests find the project's own files, and the development data beside the checkout where there is any.
public enum TestFiles {
  /// The checkout.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file of `Corpora/`.
  public static func corpus(_ path: String) -> URL {
    root.appending(path: "Corpora").appending(path: path)
  }

  /// A file of the data beside the checkout; nil where there is none.
  public static func shared(_ path: String) -> URL? {
    let url = root.deletingLastPathComponent().appending(path: "shared").appending(path: path)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  /// Whether a generated file of the checkout is what its generator makes now.
  ///
  /// Where the environment has `TAMGA_WRITE`, as `tools/check-lexicons --write` sets it, the file is
  /// written anew instead.
  public static func isCurrent(_ path: String, _ text: String) throws -> Bool {
    let url = root.appending(path: path)
    if ProcessInfo.processInfo.environment["TAMGA_WRITE"] != nil {
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    return try String(contentsOf: url, encoding: .utf8) == text
  }

  /// The rows of a tab-separated file, without header lines.
  public static func rows(_ url: URL) throws -> [[String]] {
    let text = try String(contentsOf: url, encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  /// Text with `\uXXXX` and `\\` escapes decoded.
  public static func unescaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var scalars = Substring(text).unicodeScalars
    while let scalar = scalars.popFirst() {
      guard scalar == "\\", let kind = scalars.first else {
        result.append(scalar)
        continue
      }
      scalars.removeFirst()
      if kind == "u", let value = UInt32(String(scalars.prefix(4)), radix: 16),
        let decoded = Unicode.Scalar(value)
      {
        scalars.removeFirst(4)
        result.append(decoded)
      } else {
        result.append(kind)
      }
    }
    return String(result)
  }
}
