import Foundation
import Tamga

// Compares names that are prepared already, on one thread: every name of a list with every other, as blocks of a
// resolver have them, and names of which hardly any two were compared before. The names are read from standard input.
var lines: [String] = []
while let line = readLine() { lines.append(line) }
guard lines.count >= 4000 else {
  print("TamgaPreparedBenchmark needs 4000 names, one a line.")
  exit(64)
}
let clock = ContinuousClock()
var prepared = NameCollection()
let preparing = clock.measure {
  for line in lines { prepared.add(line, type: .person) }
}
let collection = prepared
print("prepare: \(text(preparing, lines.count)) µs a name")

/// Microseconds for each of `count`.
func text(_ time: Duration, _ count: Int) -> String {
  let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  return String(format: "%.2f", seconds * 1e6 / Double(count))
}

/// Times pairs of a collection and counts those called the same.
func run(_ title: String, _ pairs: [(Int, Int)], _ collection: NameCollection) {
  var scorer = PairScorer()
  var same = 0
  let time = clock.measure {
    for (a, b) in pairs where scorer.score(a, b, of: collection).verdict == .same { same += 1 }
  }
  print("\(title): \(text(time, pairs.count)) µs a pair; \(pairs.count) pairs, \(same) same")
}

// Taking names apart: each name once by a parser that has seen none, then by one that knows their words.
var names = NameBatch()
for line in lines { names.append(line) }
for type in [NameType.person, nil] {
  var parser = BulkNameParser()
  for round in ["new words", "known words"] {
    var persons = 0
    let time = clock.measure {
      for index in 0..<names.count {
        names.withBytes(index) { parser.parse($0, type: type) }
        if parser.type == .person { persons += 1 }
      }
    }
    print(
      "parse, \(type == nil ? "type open" : "type given"), \(round): \(text(time, names.count)) "
        + "µs a name; \(persons) persons")
  }
}

var block: [(Int, Int)] = []
for a in 0..<1000 { for b in a + 1..<1000 { block.append((a, b)) } }
run("prepared, each of 1000 with each", block, collection)
var distant: [(Int, Int)] = []
for step in 1...25 {
  for a in 0..<lines.count - step * 150 where distant.count < 500_000 {
    distant.append((a, a + step * 150))
  }
}
run("prepared, pairs of strangers", distant, collection)
run("prepared, each with itself", lines.indices.map { ($0, $0) }, collection)
