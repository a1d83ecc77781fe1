import Foundation

var arguments = Array(CommandLine.arguments.dropFirst())
guard let root = arguments.first else {
  print(
    "usage: tools/benchmarks/run [--names N] [normalize|transliterate|parse|match|prepared|start-up …]"
  )
  exit(64)
}
arguments.removeFirst()
var count = 1_000_000
if let option = arguments.firstIndex(of: "--names"), option + 1 < arguments.count {
  count = Int(arguments[option + 1]) ?? count
  arguments.removeSubrange(option...option + 1)
}
let folder = FileManager.default.temporaryDirectory.appending(path: "tamga-benchmarks")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
let suite = Suite(root: URL(filePath: root), count: count, folder: folder)
let all: [(name: String, run: () throws -> Void)] = [
  ("start-up", suite.startUp), ("normalize", suite.normalize),
  ("transliterate", suite.transliterate), ("parse", suite.parse), ("match", suite.match),
  ("prepared", suite.prepared),
]
for benchmark in all where arguments.isEmpty || arguments.contains(benchmark.name) {
  do {
    try benchmark.run()
  } catch {
    print("\(benchmark.name): \(error)")
    exit(1)
  }
}
