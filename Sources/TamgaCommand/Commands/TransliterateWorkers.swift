internal import Tamga

/// Takes names through one scheme.
struct SchemeWorker: NameWorker {
  let columns: [String]
  let isTabular: Bool
  private let transliterator: Transliterator
  private let isReporting: Bool
  private let isExplaining: Bool

  init(_ transliterator: Transliterator, isReporting: Bool, isExplaining: Bool) {
    self.transliterator = transliterator
    self.isReporting = isReporting
    self.isExplaining = isExplaining
    isTabular = isReporting || isExplaining
    columns =
      ["transliteration"] + (isExplaining ? ["steps"] : []) + (isReporting ? ["losses"] : [])
  }

  mutating func line(_ name: Span<UInt8>, into output: inout ByteBuffer) {
    transliterator.transducer.apply(name, into: &output)
    if isExplaining {
      output.append(0x09)
      output.append("\(transliterator.scheme.id): ")
      transliterator.transducer.apply(name, into: &output)
    }
    if isReporting {
      output.append(0x09)
      output.append(Self.losses(transliterator.report(Self.text(name))))
    }
  }

  mutating func cells(_ name: Span<UInt8>) -> [CellValue] {
    let text = transliterator.transliterate(Self.text(name))
    var cells: [CellValue] = [.text(text)]
    if isExplaining { cells.append(.text("\(transliterator.scheme.id): \(text)")) }
    if isReporting { cells.append(.text(Self.losses(transliterator.report(Self.text(name))))) }
    return cells
  }

  mutating func object(_ name: Span<UInt8>, into json: inout JSONWriter) {
    let report = transliterator.report(Self.text(name))
    json.beginObject()
    json.key("name")
    json.string(name)
    json.member("transliteration", report.text)
    json.member("scheme", transliterator.scheme.id)
    json.key("losses")
    json.write(report.changes)
    json.endObject()
  }

  static func text(_ name: Span<UInt8>) -> String {
    String(decoding: (0..<name.count).map { name[$0] }, as: UTF8.self)
  }

  /// What was lost, in a line: `ё→e (merged) 2; ь→ (dropped)`.
  static func losses(_ report: TransliterationReport) -> String {
    report.changes.map { change in
      let count = change.count > 1 ? " \(change.count)" : ""
      return "\(change.letter)→\(change.result) (\(change.kind.rawValue))\(count)"
    }.joined(separator: "; ")
  }
}

extension JSONWriter {
  /// Writes what a scheme could not keep.
  mutating func write(_ changes: [TransliterationReport.Change]) {
    beginArray()
    for change in changes {
      beginObject()
      member("kind", change.kind.rawValue)
      member("letter", change.letter)
      member("result", change.result)
      member("count", change.count)
      endObject()
    }
    endArray()
  }
}

/// Takes names to a language, each by the way its own language asks for.
struct RouteWorker: NameWorker {
  let columns: [String]
  let isTabular: Bool
  private let router: TransliterationRouter
  private let count: Int?
  private let isReporting: Bool
  private let isExplaining: Bool

  init(
    _ router: TransliterationRouter, count: Int?, isReporting: Bool, isExplaining: Bool
  ) {
    self.router = router
    self.count = count
    self.isReporting = isReporting
    self.isExplaining = isExplaining
    isTabular = isReporting || isExplaining || count != nil
    columns =
      ["transliteration"] + (count == nil ? [] : ["candidates"]) + ["scheme"]
      + (isExplaining ? ["steps"] : []) + (isReporting ? ["losses"] : [])
  }

  /// The way of one name, in a line: `kk-ru: Кунанбаев; ru-odni: Kunanbayev`.
  private static func steps(_ route: TransliterationRouter.Route) -> String {
    route.steps.map { "\($0.scheme): \($0.text)" }.joined(separator: "; ")
  }

  mutating func line(_ name: Span<UInt8>, into output: inout ByteBuffer) {
    let text = SchemeWorker.text(name)
    if let count {
      let candidates = router.candidates(text, count: count)
      output.append(candidates.map(\.text).joined(separator: "\t"))
    } else {
      let route = router.route(text)
      output.append(route.text)
      if isExplaining {
        output.append(0x09)
        output.append(Self.steps(route))
      }
      if isReporting {
        output.append(0x09)
        output.append(SchemeWorker.losses(route.report))
      }
    }
  }

  mutating func cells(_ name: Span<UInt8>) -> [CellValue] {
    let text = SchemeWorker.text(name)
    let route = router.route(text)
    var cells: [CellValue] = [.text(route.text)]
    if let count {
      let candidates = router.candidates(text, count: count).map(\.text)
      cells = [.text(candidates.first ?? route.text), .list(candidates)]
    }
    cells.append(.text(route.scheme))
    if isExplaining { cells.append(.text(Self.steps(route))) }
    if isReporting { cells.append(.text(SchemeWorker.losses(route.report))) }
    return cells
  }

  mutating func object(_ name: Span<UInt8>, into json: inout JSONWriter) {
    let text = SchemeWorker.text(name)
    let route = router.route(text)
    json.beginObject()
    json.key("name")
    json.string(name)
    json.member("transliteration", route.text)
    json.member("from", route.from.rawValue)
    json.member("to", router.to.rawValue)
    json.member("scheme", route.scheme)
    json.key("steps")
    json.beginArray()
    for step in route.steps {
      json.beginObject()
      json.member("scheme", step.scheme)
      json.member("text", step.text)
      json.endObject()
    }
    json.endArray()
    if let count {
      json.key("candidates")
      json.beginArray()
      for candidate in router.candidates(text, count: count) {
        json.beginObject()
        json.member("text", candidate.text)
        json.key("probability")
        json.number(candidate.probability, decimals: 4)
        json.endObject()
      }
      json.endArray()
    }
    json.key("losses")
    json.write(route.report.changes)
    json.endObject()
  }
}
