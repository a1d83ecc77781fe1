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
          row.letters(0), Self.units(row.withCell(1, Self.bits)), &operations,
          symmetric: kind == .alphabetic)
      }
      set(operations, for: kind)
    }
    var bigram = bigram
    lexicons.forEachRow(Self.bigramFile) { row in
      let pair = row.letters(0)
      guard pair.count == 2 else { return }
      let numbers = pair.map { $0 == 0x2E ? 40 : Int(Phone.number(scalar: $0) ?? 40) }
      bigram[numbers[0] * 41 + numbers[1]] = Self.units(
        row.withCell(1, Self.bits))
    }
    self.bigram = bigram
  }

  /// The number in a cell, which has two decimals at most.
  private static func bits(_ cell: Span<UInt8>) -> Double {
    var hundredths = 0
    var decimals = -1
    for index in 0..<cell.count where decimals < 2 {
      let digit = cell[index] &- UInt8(ascii: "0")
      if digit < 10 {
        hundredths = hundredths * 10 + Int(digit)
        if decimals >= 0 { decimals += 1 }
      } else if cell[index] == UInt8(ascii: ".") {
        decimals = 0
      }
    }
    for _ in max(decimals, 0)..<2 { hundredths *= 10 }
    let value = Double(hundredths) / 100
    return cell.count > 0 && cell[0] == UInt8(ascii: "-") ? -value : value
  }

  /// Sets the operation a row names: `a:b`, `a:bc`, `ab:c`, `a:` or `:b`; `a` alone is a marginal.
  private static func set(
    _ name: [UInt32], _ units: Int16, _ operations: inout Operations, symmetric: Bool
  ) {
    // The phones in their order, and how many of them stand before the first colon.
    var phones = (0, 0, 0)
    var count = 0
    var colons = 0
    var before = 0
    for letter in name {
      if letter == 0x3A {
        if colons == 0 { before = count }
        colons += 1
      } else if let phone = Phone.number(scalar: letter).map(Int.init) {
        switch count {
        case 0: phones.0 = phone
        case 1: phones.1 = phone
        default: phones.2 = phone
        }
        count += 1
      }
    }
    let (a, b, c) = phones
    switch (colons, before, count) {
    case (0, _, 1):
      operations.first[a] = units
      if symmetric { operations.second[a] = units }
    case (2, 1, 1): operations.second[a] = units
    case (1, 1, 1):
      operations.delete[a] = units
      if symmetric { operations.insert[a] = units }
    case (1, 0, 1): operations.insert[a] = units
    case (1, 1, 2):
      operations.substitute[a * 40 + b] = units
      if symmetric { operations.substitute[b * 40 + a] = units }
    case (1, 1, 3):
      operations.split[a * 1600 + b * 40 + c] = units
      if symmetric { operations.merge[a * 1600 + b * 40 + c] = units }
    case (1, 2, 3): operations.merge[c * 1600 + a * 40 + b] = units
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
