internal import TamgaLexicons
internal import TamgaText

extension PairModel {
  /// The model Tamga ships, from `Lexicons/models`.
  public static let shipped = PairModel(.shipped)

  private static let files: [Class: String] = [
    .alphabetic: "models/pair-costs.tsv", .abjad: "models/pair-costs-abjad.tsv",
  ]
  private static let bigramFile = "models/sound-bigrams.tsv"

  init(_ lexicons: Lexicons) {
    self.init()
    for kind in Class.allCases {
      guard let path = Self.files[kind] else { continue }
      // Filled aside: a table inside an array inside a value would be copied for every row.
      var operations = Operations()
      lexicons.forEachRow(path) { row in
        Self.set(
          row.letters(0), Self.units(Double(row[1]) ?? 0), &operations,
          symmetric: kind == .alphabetic)
      }
      classes[kind.rawValue] = operations
    }
    var bigram = bigram
    lexicons.forEachRow(Self.bigramFile) { row in
      let pair = row.letters(0)
      guard pair.count == 2 else { return }
      let numbers = pair.map { $0 == 0x2E ? 40 : Int(Phone.number(scalar: $0) ?? 40) }
      bigram[numbers[0] * 41 + numbers[1]] = Self.units(Double(row[1]) ?? 0)
    }
    self.bigram = bigram
  }

  /// Sets the operation a row names: `a:b`, `a:bc`, `ab:c`, `a:` or `:b`; `a` alone is a marginal.
  private static func set(
    _ name: [UInt32], _ units: Int16, _ operations: inout Operations, symmetric: Bool
  ) {
    let sides = name.split(separator: 0x3A, omittingEmptySubsequences: false).map { side in
      side.compactMap { Phone.number(scalar: $0).map(Int.init) }
    }
    if sides.count == 3, let phone = sides[0].first {
      operations.second[phone] = units
      return
    }
    switch (sides[0].count, sides.count > 1 ? sides[1].count : -1) {
    case (1, -1):
      operations.first[sides[0][0]] = units
      if symmetric { operations.second[sides[0][0]] = units }
    case (1, 1):
      operations.substitute[sides[0][0] * 40 + sides[1][0]] = units
      if symmetric { operations.substitute[sides[1][0] * 40 + sides[0][0]] = units }
    case (1, 0):
      operations.delete[sides[0][0]] = units
      if symmetric { operations.insert[sides[0][0]] = units }
    case (0, 1): operations.insert[sides[1][0]] = units
    case (1, 2):
      let index = sides[0][0] * 1600 + sides[1][0] * 40 + sides[1][1]
      operations.split[index] = units
      if symmetric { operations.merge[index] = units }
    case (2, 1):
      operations.merge[sides[1][0] * 1600 + sides[0][0] * 40 + sides[0][1]] = units
    default: break
    }
  }

  /// The model as the tables of `Lexicons/models`, by path.
  ///
  /// - Parameter header: the lines that name source and date, without `#`.
  public func tables(source: String, date: String, notes: [String]) -> [(
    path: String, text: String
  )] {
    func head(_ title: String, _ columns: String, _ extra: [String]) -> String {
      ([
        "title: \(title)", "columns: \(columns)", "source: \(source)", "licence: Apache-2.0",
        "date: \(date)",
      ] + (extra + notes).map { "note: \($0)" })
      .map { "# \($0)\n" }.joined()
    }
    var result: [(path: String, text: String)] = []
    for kind in Class.allCases {
      guard let path = Self.files[kind] else { continue }
      let rows = rows(classes[kind.rawValue], symmetric: kind == .alphabetic)
      let title =
        kind == .alphabetic
        ? "Costs of the pair model: one phone for another"
        : "Costs of the pair model where the first side does not write short vowels"
      result.append(
        (
          path,
          head(
            title, "operation bits",
            [
              "a:b one phone for one, a:bc and ab:c one for two, a: and :b one for none; a alone is its marginal (a:: of the second side)",
              "bits: log2 of the probability; what is not listed has never been seen",
            ]) + Self.sorted(rows)
        ))
    }
    var rows: [(String, Int16)] = []
    for previous in 0...40 {
      for phone in 0...40 {
        rows.append((Self.symbol(previous) + Self.symbol(phone), bigram[previous * 41 + phone]))
      }
    }
    result.append(
      (
        Self.bigramFile,
        head(
          "How often a phone follows another in names", "phones bits",
          [". is the start or the end of a word", "bits: log2 of the probability"])
          + Self.sorted(rows)
      ))
    return result
  }

  private func rows(_ operations: Operations, symmetric: Bool) -> [(String, Int16)] {
    var rows: [(String, Int16)] = []
    func add(_ name: String, _ units: Int16) {
      if units > Self.never { rows.append((name, units)) }
    }
    for a in 0..<40 {
      let x = Self.symbol(a)
      add(x, operations.first[a])
      add("\(x):", operations.delete[a])
      if !symmetric {
        add("\(x)::", operations.second[a])
        add(":\(x)", operations.insert[a])
      }
      for b in 0..<40 {
        let y = Self.symbol(b)
        if !symmetric || a <= b { add("\(x):\(y)", operations.substitute[a * 40 + b]) }
        for c in 0..<40 {
          let index = a * 1600 + b * 40 + c
          add("\(x):\(y)\(Self.symbol(c))", operations.split[index])
          if !symmetric { add("\(y)\(Self.symbol(c)):\(x)", operations.merge[index]) }
        }
      }
    }
    return rows
  }

  private static func symbol(_ number: Int) -> String {
    number < 40 ? String(Phone.symbols[number]) : "."
  }

  private static func sorted(_ rows: [(String, Int16)]) -> String {
    rows.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
      .map { "\($0.0)\t\(decimal($0.1))\n" }.joined()
  }

  /// Units as bits with two decimals.
  private static func decimal(_ units: Int16) -> String {
    let hundredths = (Int(abs(units)) * 100 + unitsPerBit / 2) / unitsPerBit
    let tail = hundredths % 100
    return (units < 0 ? "-" : "") + "\(hundredths / 100)." + (tail < 10 ? "0\(tail)" : "\(tail)")
  }
}
