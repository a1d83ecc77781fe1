import Foundation
import Tamga

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else {
  print(
    "usage: tools/train WHAT: pairs, calibrate, frequencies, links, concepts, parts, roles, types, languages or spelling"
  )
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
  for table in NameConceptTables(.shipped).tables(date: "2026-11-23")
    + KnownNames.generated(.shipped, date: "2026-11-23")
  {
    try table.text.write(
      to: URL(filePath: arguments[2]).appending(path: table.path), atomically: true, encoding: .utf8
    )
  }
case "parts":
  try PartTableWriter(.shipped).text(date: "2026-11-23")
    .write(
      to: URL(filePath: arguments[2]).appending(path: "models/name-parts.tsv"), atomically: true,
      encoding: .utf8)
case "languages":
  let training = LanguageTraining(gold: gold, lexicons: URL(filePath: arguments[2]))
  if arguments.contains("--evaluate") { try training.evaluate() } else { try training.run() }
case "spelling":
  try SpellingTraining(gold: gold, lexicons: URL(filePath: arguments[2])).run()
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
