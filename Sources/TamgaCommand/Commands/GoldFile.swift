internal import Foundation
internal import Tamga

/// A file whose truth is known: entities, or judged pairs.
struct GoldFile {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  private func lines() throws(CommandError) -> [(number: Int, text: Substring)] {
    guard FileManager.default.fileExists(atPath: path) else { throw .noInput(path) }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw .unreadable(path, reason: "it is not UTF-8")
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { ($0.offset + 1, $0.element) }.filter { !$0.text.isEmpty && !$0.text.hasPrefix("#") }
  }

  /// The names, one a line.
  func names() throws(CommandError) -> NameBatch {
    NameBatch(try lines().map { String($0.text) })
  }

  /// The entities, one a line.
  func entities() throws(CommandError) -> [GoldEntity] {
    let decoder = JSONDecoder()
    var entities: [GoldEntity] = []
    for (number, text) in try lines() {
      guard let entity = try? decoder.decode(GoldEntity.self, from: Data(text.utf8)) else {
        throw .badData("\(path):\(number): this is no entity with id, type and names.")
      }
      entities.append(entity)
    }
    return entities
  }

  /// The judged pairs of a split, or all.
  ///
  /// The columns are those a `# columns:` line names, else those of the first line.
  func pairs(split: String?) throws(CommandError) -> [JudgedPair] {
    let rows = try lines().map { row in
      (
        row.number,
        row.text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      )
    }
    guard let first = rows.first else { return [] }
    let named = (try? String(contentsOfFile: path, encoding: .utf8))?
      .split(separator: "\n").first { $0.hasPrefix("# columns:") }?
      .dropFirst("# columns:".count).split(separator: " ").map(String.init)
    let columns = named ?? first.1
    guard let a = columns.firstIndex(of: "a"), let b = columns.firstIndex(of: "b"),
      let truth = columns.firstIndex(of: "truth")
    else {
      throw .badData("\(path): it needs columns a, b and truth; it has \(columns).")
    }
    var pairs: [JudgedPair] = []
    for (number, cells) in named == nil ? rows.dropFirst() : rows[...] {
      func cell(_ name: String) -> String? {
        columns.firstIndex(of: name).flatMap { $0 < cells.count ? cells[$0] : nil }
      }
      guard cells.count > max(a, b, truth), let verdict = MatchVerdict(rawValue: cells[truth])
      else {
        throw .badData("\(path):\(number): the truth of a pair is same, different or ask.")
      }
      if let split, let own = cell("split"), own != split { continue }
      pairs.append(
        JudgedPair(
          cells[a], cells[b], type: cell("type").flatMap { NameType(tag: $0) }, truth: verdict,
          phenomenon: cell("phenomenon") ?? ""))
    }
    return pairs
  }
}
