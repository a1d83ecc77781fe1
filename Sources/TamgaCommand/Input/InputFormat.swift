internal import ArgumentParser

/// The shape of an input.
enum InputFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
  /// A name a line.
  case lines
  /// RFC 4180, with a header.
  case csv
  /// Tab-separated without quoting, with a header.
  case tsv
  /// A JSON object a line.
  case jsonl

  /// The format a file's name stands for; lines where it says nothing.
  init(path: String) {
    let ending = path.lowercased().split(separator: ".").last.map(String.init) ?? ""
    switch ending {
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "jsonl", "ndjson": self = .jsonl
    default: self = .lines
    }
  }
}
