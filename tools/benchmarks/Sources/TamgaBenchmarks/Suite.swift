import Foundation

/// The benchmarks: each asserts its answer before it prints a time.
struct Suite {
  let root: URL
  let count: Int
  let folder: URL

  private var tamga: String { root.appending(path: ".build/release/tamga").path }

  private func file(_ name: String) -> URL { folder.appending(path: name) }

  /// Cleaning a mixed list, beside ICU's NFC and Lower, and beside a mere change of encoding.
  func normalize() throws {
    var maker = try NameMaker(root: root, seed: 1)
    let names = file("mixed.txt")
    try maker.write(count, languages: ["az", "kk", "ru"], to: names)
    let own = try Run.best(
      tamga, ["normalize", "--type", "person", "-q"], input: names, output: file("normalized"))
    try expectLines(file("normalized"), count)
    try expect(["normalize", "-q"], "İLHAM  ƏLİYEV", "İlham Əliyev")
    let uconv = try Run.best(
      "/usr/bin/uconv", ["-f", "utf8", "-t", "utf8", "-x", "NFC; Lower", names.path],
      output: file("peer"), repeats: 1)
    let iconv = try Run.best(
      "/usr/bin/iconv", ["-f", "utf8", "-t", "utf16", names.path], output: file("peer"))
    table("normalize", own, [("uconv NFC; Lower", uconv), ("iconv to UTF-16", iconv)])
  }

  /// Russian names by BGN/PCGN, beside ICU's own transform and Perl's plain map of letters.
  func transliterate() throws {
    var maker = try NameMaker(root: root, seed: 2)
    let names = file("russian.txt")
    try maker.write(count, languages: ["ru"], to: names)
    let own = try Run.best(
      tamga, ["transliterate", "--scheme", "ru-bgn", "-q"], input: names, output: file("latin"))
    try expectLines(file("latin"), count)
    try expect(["transliterate", "--scheme", "ru-bgn", "-q"], "Юлия Щеглова", "Yuliya Shcheglova")
    let uconv = try Run.best(
      "/usr/bin/uconv", ["-f", "utf8", "-t", "utf8", "-x", "Russian-Latin/BGN", names.path],
      output: file("peer"), repeats: 1)
    let map =
      "tr/абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
      + "/abvgdeejziyklmnoprstufhccssqyqeuaABVGDEEJZIYKLMNOPRSTUFHCCSSQYQEUA/"
    let perl = try Run.best(
      "/usr/bin/perl", ["-CSD", "-Mutf8", "-pe", map, names.path], output: file("peer"))
    table("transliterate ru-bgn", own, [("uconv Russian-Latin/BGN", uconv), ("perl tr", perl)])
    for scheme in ["ru-icao", "ru-iso9", "ru-alaloc", "ru-wikipedia"] {
      let other = try Run.best(
        tamga, ["transliterate", "--scheme", scheme, "-q"], input: names, output: file("latin"))
      table("transliterate \(scheme)", other, [("tamga ru-bgn", own)])
    }
  }

  /// Taking a mixed list apart.
  func parse() throws {
    var maker = try NameMaker(root: root, seed: 3)
    let names = file("parse.txt")
    try maker.write(count, languages: ["az", "kk", "ru"], to: names)
    let own = try Run.best(
      tamga, ["parse", "--type", "person", "-q"], input: names, output: file("parsed"))
    try expectLines(file("parsed"), count)
    table("parse", own, [])
  }

  /// Pairs from raw text.
  func match() throws {
    var maker = try NameMaker(root: root, seed: 4)
    let pairs = file("pairs.tsv")
    try maker.writePairs(count, to: pairs)
    let own = try Run.best(
      tamga, ["match", "--pairs", pairs.path, "--type", "person", "-q"], output: file("matched"))
    try expectLines(file("matched"), count + 1)
    table("match --pairs", own, [])
  }

  /// Pairs of names that are prepared already, on one thread.
  func prepared() throws {
    var maker = try NameMaker(root: root, seed: 5)
    let names = file("prepared.txt")
    try maker.write(20_000, languages: ["az", "kk", "ru"], to: names)
    _ = try Run.best(
      URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "TamgaPreparedBenchmark").path, [], input: names,
      output: file("prepared.out"), repeats: 1)
    print(try String(contentsOf: file("prepared.out"), encoding: .utf8), terminator: "")
  }

  /// Starting and answering one question.
  func startUp() throws {
    for arguments in [["--version"], ["match", "Heydər Əliyev", "Гейдар Алиев", "-q"]] {
      let run = try Run.best(tamga, arguments, repeats: 20)
      print(
        "start-up: tamga \(arguments[0])  \(Self.text(run.wall * 1000)) ms, "
          + "\(run.memory >> 20) MB")
    }
  }

  // MARK: - Answers and figures

  private func expectLines(_ url: URL, _ wanted: Int) throws {
    let lines = try Data(contentsOf: url).count { $0 == 0x0A }
    guard lines == wanted else { throw BenchmarkError.wrong("\(lines) lines, not \(wanted)") }
  }

  private func expect(_ arguments: [String], _ name: String, _ wanted: String) throws {
    let input = file("one.txt")
    try Data((name + "\n").utf8).write(to: input)
    _ = try Run.best(tamga, arguments, input: input, output: file("one.out"), repeats: 1)
    let found = try String(contentsOf: file("one.out"), encoding: .utf8)
    guard found == wanted + "\n" else { throw BenchmarkError.wrong("\(name) became \(found)") }
  }

  private func table(_ title: String, _ own: Run, _ peers: [(String, Run)]) {
    let rate = Double(count) / own.wall
    print(
      "\(title): \(Self.text(own.wall)) s (\(Self.text(own.cpu)) s CPU, \(own.memory >> 20) MB), "
        + "\(Int(rate)) a second")
    for (name, peer) in peers {
      print(
        "  \(name): \(Self.text(peer.wall)) s (\(Self.text(peer.cpu)) s CPU); tamga is "
          + "\(Self.text(peer.wall / own.wall)) × as fast, "
          + "\(Self.text(peer.cpu / own.cpu)) × by CPU time")
    }
  }

  private static func text(_ value: Double) -> String { String(format: "%.2f", value) }
}
