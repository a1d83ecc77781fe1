internal import Foundation
internal import Tamga

/// The names that an index is made of, from lists or from running text.
struct IndexInputs {
  /// The names, a row an occurrence.
  private(set) var table = NameTable()
  /// Where the rows stand, for running text.
  private var places: [(document: String, range: Range<Int>)] = []

  init(
    _ paths: [String], _ shape: InputShape, _ evidence: EvidenceOptions, isText: Bool,
    _ report: RowReport
  ) throws {
    guard isText else {
      let reader = NameTableReader(shape, evidence)
      for path in paths { try reader.read(path, into: &table, report) }
      return
    }
    for (number, path) in paths.enumerated() {
      try readText(path, number: Int32(number), shape, report)
    }
  }

  private mutating func readText(
    _ path: String, number: Int32, _ shape: InputShape, _ report: RowReport
  ) throws {
    let descriptor = path == "-" ? Descriptor.standardInput : try .reading(path)
    var bytes: [UInt8] = []
    while true {
      let start = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: 1 << 20))
      let count = try descriptor.read(into: &bytes, from: start)
      bytes.removeLast((1 << 20) - count)
      if count < 1 << 20 { break }
    }
    let name = URL(filePath: descriptor.name).lastPathComponent
    let text = String(decoding: bytes, as: UTF8.self)
    for mention in MentionExtractor.shipped.extract(text) {
      if let wanted = shape.type.type, mention.type != wanted { continue }
      table.names.append(mention.normalized)
      table.types.append(mention.type)
      // English text spells names of every language in Latin letters, by every system.
      table.languages.append(mention.language == .en ? nil : mention.language)
      table.sources.append(name)
      table.documents.append(number)
      places.append((name, mention.range))
    }
    report.add(rows: places.count - report.rows)
  }

  /// Where the names of a resolution of the table stand.
  func mentions(_ resolution: Resolution) -> [IndexMention] {
    places.enumerated().compactMap { row, place in
      let entity = Int(resolution.assignment[row])
      guard entity >= 0 else { return nil }
      return IndexMention(
        document: place.document, start: place.range.lowerBound, end: place.range.upperBound,
        name: table.names[row], entity: resolution.entities[entity].id)
    }
  }

  // MARK: - What is named on the command line

  /// The files, with a folder's lists in its place.
  static func expanded(_ paths: [String]) throws -> [String] {
    var result: [String] = []
    for path in paths {
      let url = URL(filePath: path)
      guard path != "-", (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true
      else {
        result.append(path)
        continue
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      let lists = names.filter { name in
        ["csv", "tsv", "txt"].contains(url.appending(path: name).pathExtension.lowercased())
      }
      guard !lists.isEmpty else {
        throw CommandError.failed("The folder \(path) has no .csv, .tsv or .txt files.")
      }
      result.append(contentsOf: lists.map { url.appending(path: $0).path(percentEncoded: false) })
    }
    return result
  }

  /// The content of exports of an index; nil where the files are none.
  static func records(_ paths: [String], _ shape: InputShape) throws -> IndexContent? {
    guard !paths.isEmpty, !paths.contains("-"),
      paths.allSatisfy({ shape.format(of: $0) == .jsonl })
    else { return nil }
    var entities: [Entity] = []
    for path in paths {
      _ = try Descriptor.reading(path)
      guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
        throw CommandError.unreadable(path, reason: "it is not UTF-8")
      }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard let first = lines.first(where: { !$0.isEmpty }), IndexContent.isRecord(first) else {
        return nil
      }
      entities.append(contentsOf: try IndexContent(records: lines, file: path).entities)
    }
    return IndexContent(entities: entities)
  }
}
