internal import TamgaMatching

/// A page that shows what resolving did: one HTML file with pictures, to be read in a browser without a network.
public struct ResolutionPage: Sendable {
  private let resolution: Resolution

  /// The page of a resolution.
  public init(_ resolution: Resolution) {
    self.resolution = resolution
  }

  /// The page.
  public var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Tamga: names to entities</title>
    <style>
    :root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --line: #d5dbe1; --bar: #2f6f9f; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e6e9ec; --paper: #14181c; --line: #39424b; --bar: #6db3e2; }
    }
    body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
      max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
    h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.2rem; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .92rem; }
    th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line);
      vertical-align: top; }
    td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    svg { width: 100%; height: auto; } svg text { fill: var(--ink); font: 12px system-ui, sans-serif; }
    svg rect { fill: var(--bar); } svg line { stroke: var(--line); }
    .note { opacity: .75; }
    </style>
    </head>
    <body>
    <h1>Names to entities</h1>
    \(summary)
    <h2>How likely the compared pairs are</h2>
    <p class="note">Pairs of names by the probability that they are one, each column a tenth. The \
    scale is logarithmic. Few pairs should stand in the middle.</p>
    \(scores)
    <h2>How many spellings entities have</h2>
    \(sizes)
    <h2>Weakest merges</h2>
    <p class="note">The merges that hang on the least evidence, in bits above even odds: what to \
    look at first when something was brought together wrongly. To part two names, write them and \
    the word different into a judgement file.</p>
    \(bridges)
    <h2>Questions</h2>
    <p class="note">Pairs that were left apart and may be one, the likeliest first. Answer them in \
    a judgement file: two names and same or different, separated by tabs.</p>
    \(questions)
    <h2>Blocking</h2>
    \(blocking)
    </body>
    </html>

    """
  }

  private var rows: Int { resolution.assignment.count }

  private var summary: String {
    let alone = resolution.entities.count { $0.variants.count == 1 }
    return table(
      [
        ["Rows", "\(rows)"], ["Distinct names", "\(resolution.blocking.names)"],
        ["Entities", "\(resolution.entities.count)"], ["Entities of one spelling", "\(alone)"],
        ["Questions", "\(resolution.questions.count)"],
      ].map { [.text($0[0]), .number($0[1])] }, header: [])
  }

  // MARK: - Pictures

  private var scores: String {
    let labels = (0..<10).map { "\($0 * 10)–\($0 * 10 + 10) %" }
    return BarChart(labels: labels, counts: resolution.histogram).svg
  }

  private var sizes: String {
    var counts = [Int](repeating: 0, count: 10)
    for entity in resolution.entities {
      counts[max(0, min(entity.variants.count, 10) - 1)] += 1
    }
    return BarChart(labels: (1...9).map { "\($0)" } + ["10+"], counts: counts).svg
  }

  // MARK: - Tables

  private enum Cell {
    case text(String)
    case number(String)
  }

  private func table(_ rows: [[Cell]], header: [Cell]) -> String {
    guard !rows.isEmpty else { return "<p>None.</p>" }
    func line(_ cells: [Cell], _ tag: String) -> String {
      let inner = cells.map { cell in
        switch cell {
        case .text(let text): "<\(tag)>\(Self.escaped(text))</\(tag)>"
        case .number(let text): "<\(tag) class=\"n\">\(Self.escaped(text))</\(tag)>"
        }
      }
      return "<tr>\(inner.joined())</tr>"
    }
    let head = header.isEmpty ? "" : "<thead>\(line(header, "th"))</thead>"
    let body = rows.map { line($0, "td") }.joined(separator: "\n")
    return "<div class=\"table\"><table>\(head)<tbody>\n\(body)\n</tbody></table></div>"
  }

  private static let mostRows = 100

  private var bridges: String {
    table(
      resolution.bridges.prefix(Self.mostRows).map {
        [
          .number(Self.decimal($0.bits, 1)), .text($0.first), .text($0.second), .text($0.entity),
        ]
      }, header: [.number("Bits"), .text("One name"), .text("The other"), .text("Entity")])
  }

  private var questions: String {
    table(
      resolution.questions.prefix(Self.mostRows).map {
        [
          .number(Self.decimal($0.probability * 100, 1) + " %"), .text($0.first),
          .text($0.second), .text($0.reason),
        ]
      }, header: [.number("Likely"), .text("One name"), .text("The other"), .text("Reason")])
  }

  private var blocking: String {
    let report = resolution.blocking
    return table(
      [
        [.text("Distinct words"), .number("\(report.tokens)")],
        [.text("Pairs of words compared"), .number("\(report.tokenPairs)")],
        [.text("Pairs of names compared"), .number("\(report.pairs)")],
        [.text("Largest block, in names"), .number("\(report.largestBlock)")],
        [.text("Blocks refined because of their size"), .number("\(report.refinedBlocks)")],
      ], header: [])
  }

  /// A number with a fixed count of decimal places, whatever the locale.
  static func decimal(_ value: Double, _ places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let whole = Int((abs(value) * scale).rounded())
    let sign = value < 0 && whole > 0 ? "−" : ""
    if places == 0 { return "\(sign)\(whole)" }
    let unit = Int(scale)
    let rest = String(whole % unit)
    return "\(sign)\(whole / unit)." + String(repeating: "0", count: places - rest.count) + rest
  }

  /// Text with what HTML means something by written so that it means itself.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}
