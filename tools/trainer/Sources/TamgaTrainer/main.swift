import Foundation
import Tamga

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else {
  print("usage: tamga-train pairs|evaluate GOLD [OUTPUT]")
  exit(64)
}
let gold = URL(filePath: arguments[1])
switch arguments[0] {
case "pairs":
  try PairTraining(gold: gold.appending(path: "train")).run(
    output: arguments.count > 2 ? URL(filePath: arguments[2]) : nil)
case "frequencies":
  try Frequencies(gold: gold.appending(path: "train")).run(output: URL(filePath: arguments[2]))
case "calibrate":
  try Calibration(gold: gold, output: URL(filePath: arguments[2])).run()
case "links":
  try LearnedLinks(gold: gold.appending(path: "train")).run(output: URL(filePath: arguments[2]))
case "concepts":
  for table in NameConceptTables(.shipped).tables(date: "2026-11-23") + [PlaceConcepts.generated(.shipped, date: "2026-11-23")] {
    try table.text.write(to: URL(filePath: arguments[2]).appending(path: table.path), atomically: true, encoding: .utf8)
  }
case "column":
  try ColumnEvaluation(gold: gold.appending(path: arguments.contains("--train") ? "train" : "dev"), file: arguments[2]).run()
case "resolve":
  try ResolutionProbe.run(arguments[1], arguments.count > 2 && !arguments[2].hasPrefix("--") ? arguments[2] : nil)
case "explain":
  var engine = MatchEngine()
  var collection = NameCollection()
  let type = arguments.count > 4 ? NameType(tag: arguments[4]) : nil
  let x = collection.add(arguments[2], type: type)
  let y = collection.add(arguments[3], type: type)
  print(collection.names[x])
  print(collection.names[y])
  print(engine.logOdds(collection.names[x], collection.names[y], collection.table))
  for e in engine.evidence { print("  ", e.level.rawValue, e.first, e.second, e.bits) }
case "goldpairs":
  try PairsEvaluation(gold: gold, corpus: URL(filePath: "Corpora/gold/pairs.tsv")).run(split: arguments[2])
case "link":
  try Linking(gold: gold.appending(path: arguments.contains("--train") ? "train" : "dev"), file: arguments[2]).run()
case "evaluate":
  try QuickEvaluation(gold: gold.appending(path: "dev")).run()
case "parts":
  try PartTableWriter(.shipped).text(date: "2026-11-23")
    .write(
      to: URL(filePath: arguments[2]).appending(path: "models/name-parts.tsv"), atomically: true,
      encoding: .utf8)
case "languages":
  let training = LanguageTraining(gold: gold, lexicons: URL(filePath: arguments[2]))
  if arguments.contains("--evaluate") { try training.evaluate() } else { try training.run() }
case "types":
  try TypeTraining(gold: gold, lexicons: URL(filePath: arguments[2])).run()
case "roles":
  try RoleTraining(
    gold: URL(filePath: "Corpora/gold/parse.jsonl"), lexicons: URL(filePath: arguments[2])
  ).run()
default:
  print("unknown: \(arguments[0])")
  exit(64)
}
