internal import Tamga

/// Finds the rows of a block in one format.
protocol RecordParser: Sendable {
  /// Adds the complete rows of a text to a batch.
  ///
  /// - Parameters:
  ///   - isLast: whether the input ends here, so that the last row needs no line end.
  ///   - line: the number of the line the text begins on; moved to that of the rest.
  /// - Returns: how many bytes the rows took.
  mutating func parse(
    _ text: [UInt8], isLast: Bool, line: inout Int, into batch: inout RecordBatch
  ) -> Int

  /// Reads the header; nil where the text does not hold all of it.
  mutating func readHeader(
    _ text: [UInt8], isLast: Bool, line: inout Int, into batch: inout RecordBatch
  ) -> Int?

  /// Chooses the wanted columns from the header.
  mutating func choose(_ wanted: [String?], file: String) throws(CommandError)
}

extension RecordParser {
  mutating func readHeader(
    _ text: [UInt8], isLast: Bool, line: inout Int, into batch: inout RecordBatch
  ) -> Int? { nil }

  mutating func choose(_ wanted: [String?], file: String) throws(CommandError) {}
}

/// The columns of a table and which of them are wanted.
struct ColumnChoice: Sendable {
  /// The header's names.
  var names: [String] = []
  /// The places of the wanted columns.
  private(set) var places: [Int] = []

  /// Finds the wanted columns.
  ///
  /// - Throws: `CommandError.usage` when one that was named is not there.
  mutating func choose(_ wanted: [String?], file: String) throws(CommandError) {
    places = []
    for (index, name) in wanted.enumerated() {
      if let name {
        guard let place = names.firstIndex(of: name) else {
          throw .usage(
            "\(file) has no column \"\(name)\"; it has \(names.joined(separator: ", ")).")
        }
        places.append(place)
      } else {
        places.append(names.firstIndex(of: "name") ?? min(index, max(0, names.count - 1)))
      }
    }
  }
}
