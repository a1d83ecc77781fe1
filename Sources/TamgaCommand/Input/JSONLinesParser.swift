internal import Foundation
internal import Tamga

/// Rows of a JSON object a line.
struct JSONLinesParser: RecordParser {
  private let wanted: [String?]

  init(_ wanted: [String?]) { self.wanted = wanted }

  mutating func parse(
    _ text: [UInt8], isLast: Bool, line: inout Int, into batch: inout RecordBatch
  ) -> Int {
    var start = 0
    while let end = LineEnd.next(text.span, from: start, isLast: isLast) {
      add(text, start..<end.content, line, into: &batch)
      line += 1
      start = end.next
    }
    return start
  }

  private func add(
    _ text: [UInt8], _ raw: Range<Int>, _ line: Int, into batch: inout RecordBatch
  ) {
    let isBlank = text[raw].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    guard !isBlank else {
      batch.addBad(raw, line: line, "an empty line")
      return
    }
    guard let value = try? JSONSerialization.jsonObject(with: Data(text[raw])),
      let object = value as? [String: Any], let brace = text[raw].lastIndex(of: UInt8(ascii: "}"))
    else {
      batch.addBad(raw, line: line, "not a JSON object")
      return
    }
    var row = RecordBatch.Row(raw: raw.lowerBound..<brace, line: line)
    for (index, name) in wanted.enumerated() {
      let key = name ?? "name"
      switch object[key] {
      case let text as String: batch.columns[index].append(text)
      case let number as NSNumber: batch.columns[index].append(number.stringValue)
      default:
        batch.columns[index].append("")
        if index == 0 {
          row.missing = 1
          batch.complaints.append(.init(line: line, sentence: "no text in the field \"\(key)\""))
        }
      }
    }
    batch.rows.append(row)
  }
}
