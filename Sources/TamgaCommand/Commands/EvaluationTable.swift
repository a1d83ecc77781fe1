internal import Tamga

/// Puts an evaluation's figures into a table.
struct EvaluationTable {
  private let report: EvaluationReport

  init(_ report: EvaluationReport) {
    self.report = report
  }

  /// The table, with a line for each pair of languages.
  var text: String {
    var parts: [String] = []
    if !report.rows.isEmpty { parts.append(rows) }
    if !report.calibrationError.isEmpty {
      let errors = report.calibrationError.keys.sorted().map { type in
        "\(type) \(Self.share(report.calibrationError[type] ?? 0))"
      }
      parts.append("calibration error  \(errors.joined(separator: "  "))")
    }
    for blocking in report.blocking {
      parts.append(
        "blocking \(blocking.type)  \(blocking.names) names  "
          + "\(Self.decimal(blocking.pairsPerName, 1)) pairs a name  recall "
          + "\(Self.share(blocking.recall)) of pairs that match, "
          + "\(Self.share(blocking.recallOfAll)) of all")
    }
    if let judged = report.judged { parts.append(text(judged)) }
    return parts.joined(separator: "\n\n")
  }

  private var rows: String {
    var cells = [
      [
        "type", "from", "to", "names", "among", "right first", "pair P", "pair R", "pair F1",
        "B3 P", "B3 R", "B3 F1",
      ]
    ]
    for row in report.rows {
      cells.append(
        [row.type, row.from, row.to, "\(row.queries)"]
          + [row.candidates == 0 ? "" : "\(row.candidates)", Self.share(row.rightFirst)]
          + Self.figures(row.pairs) + (row.bcubed.map(Self.figures) ?? ["", "", ""]))
    }
    return Self.aligned(cells, texts: 3)
  }

  private func text(_ judged: EvaluationReport.Judged) -> String {
    var cells = [["truth", "phenomenon", "pairs", "same", "ask", "different", "AUC"]]
    for row in judged.phenomena {
      cells.append(
        [row.truth, row.name] + [row.pairs, row.same, row.ask, row.different].map { "\($0)" }
          + [row.auc.map(Self.share) ?? ""])
    }
    var types = [["type", "positives", "negatives", "AUC", "recall at 1 of 30"]]
    for row in judged.types {
      types.append(
        [row.type, "\(row.positives)", "\(row.negatives)", Self.share(row.auc)]
          + [Self.share(row.recallAtOneInThirty)])
    }
    return """
      \(Self.aligned(cells, texts: 2))

      \(Self.aligned(types, texts: 1))

      judged pairs  AUC \(Self.share(judged.auc))  recall at 1 false of 30 \
      \(Self.share(judged.recallAtOneInThirty))  called same: true \(Self.share(judged.trueSame)), \
      false \(Self.share(judged.falseSame))  calibration error \(Self.share(judged.calibrationError))
      """
  }

  private static func figures(_ figures: EvaluationReport.Figures) -> [String] {
    [share(figures.precision), share(figures.recall), share(figures.f1)]
  }

  private static func share(_ value: Double) -> String { decimal(value, 4) }

  private static func decimal(_ value: Double, _ places: Int) -> String {
    var buffer = ByteBuffer()
    buffer.append(decimal: value, places: places)
    return String(decoding: buffer.array, as: UTF8.self)
  }

  private static func aligned(_ rows: [[String]], texts: Int) -> String {
    var widths = [Int](repeating: 0, count: rows.first?.count ?? 0)
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) }
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column < texts ? cell + space : space + cell
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
