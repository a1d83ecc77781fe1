import Foundation
import TamgaTransliteration
import TestSupport

/// One conformance vector.
struct Vector: Sendable, CustomStringConvertible {
  let scheme: String
  let source: String
  let expected: String
  let flags: String

  var description: String { "\(scheme): \(source)" }

  /// The project's own vectors.
  static func own() throws -> [Vector] {
    try TestFiles.rows(TestFiles.corpus("conformance/schemes.tsv")).map {
      Vector(scheme: $0[0], source: $0[1], expected: $0[2], flags: $0.count > 3 ? $0[3] : "")
    }
  }

  /// The publishers' vectors; empty where the data beside the checkout is absent.
  static func published() throws -> [Vector] {
    guard let folder = TestFiles.shared("vectors") else { return [] }
    var vectors: [Vector] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      guard file.hasSuffix(".tsv"), !file.hasPrefix("letters-") else { continue }
      let rows = try TestFiles.rows(folder.appending(path: file)).dropFirst()
      for row in rows {
        if file.hasPrefix("generated-") {
          vectors.append(Vector(scheme: row[0], source: row[1], expected: row[2], flags: ""))
        } else {
          vectors.append(
            Vector(
              scheme: String(file.dropLast(4)), source: row[0], expected: row[1],
              flags: row.count > 2 ? row[2] : ""))
        }
      }
    }
    return vectors
  }
}
