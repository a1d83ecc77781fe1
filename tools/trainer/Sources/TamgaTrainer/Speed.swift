import Foundation
import Tamga

struct Speed {
  func run() throws {
    let clock = ContinuousClock()
    _ = clock.measure { _ = SoundFormer.shipped }
    _ = clock.measure { _ = NameParser(.shipped) }
    for _ in 0..<3 {
      let t1 = clock.measure { _ = TokenAnalyzer(.shipped) }
      let t2 = clock.measure { _ = NameParser(.shipped) }
      print("analyzer \(t1) parser \(t2)")
    }
    if CommandLine.arguments.contains("loop") {
      for _ in 0..<50 { _ = TokenAnalyzer(.shipped) }; return
    }
    let cold = clock.measure { _ = NameParser.shipped.parse("Əliyev İlham") }
    print("cold \(cold)")
    // a million names from the gold
    var batch = NameBatch()
    let text = try String(
      contentsOf: URL(filePath: "../shared/gold/train/persons.jsonl"), encoding: .utf8)
    struct Row: Decodable { struct N: Decodable { var name: String }; var names: [N] }
    var names: [String] = []
    for line in text.split(separator: "\n") {
      let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
      names += row.names.map { NameCleaner().clean($0.name).text }
    }
    while batch.count < 1_000_000 { for name in names { batch.append(name) } }
    for type in [NameType.person, nil] {
      var bulk = BulkNameParser()
      var men = 0
      let time = clock.measure {
        for i in 0..<batch.count {
          batch.withBytes(i) { bulk.parse($0, type: type) }
          if bulk.gender == .male { men += 1 }
        }
      }
      print("\(batch.count) names \(time) \(time / batch.count) men \(men)")
    }
    // tokens
    var tokens: [[UInt32]] = []
    var tk = NameTokenizer()
    for name in Set(names) {
      let b = Array(name.utf8); tk.tokenize(b.span)
      for t in tk.tokens {
        tokens.append(Array(tk.letters[Int(t.letters.lowerBound)..<Int(t.letters.upperBound)]))
      }
    }
    tokens = Array(Set(tokens))
    let analyzer = TokenAnalyzer.shipped
    var given = 0
    let time = clock.measure {
      for t in tokens { if analyzer.facts(t.span).names.isGiven { given += 1 } }
    }
    print("\(tokens.count) tokens \(time / tokens.count) given \(given)")
    print(MemoryLayout<TokenFacts>.size, MemoryLayout<NameToken>.size)
  }
}
