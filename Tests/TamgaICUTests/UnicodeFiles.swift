import Foundation

/// The Unicode character database of Debian's `unicode-data`.
enum UnicodeFiles {
  private static let folder = URL(filePath: "/usr/share/unicode")

  /// The lines of a file, unpacked if it is packed; nil where the package is not installed.
  static func lines(_ path: String) throws -> [Substring]? {
    let plain = folder.appending(path: path)
    if let text = try? String(contentsOf: plain, encoding: .utf8) {
      return text.split(separator: "\n")
    }
    let packed = plain.path + ".bz2"
    guard FileManager.default.fileExists(atPath: packed) else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["bzip2", "-dc", packed]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
  }

  /// Code points in hexadecimal as UTF-16.
  static func units(_ hexadecimal: some StringProtocol) -> [UInt16] {
    hexadecimal.split(separator: " ").flatMap { digits in
      guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
        return [UInt16]()
      }
      return Array(String(scalar).utf16)
    }
  }

  /// The version a file is of, from its first line: `15.0.0`.
  static func version(_ lines: [Substring]) -> String? {
    lines.first?.split(separator: "-").last.map {
      $0.replacing(".txt", with: "").trimmingCharacters(in: .whitespaces)
    }
  }
}
