// swift-tools-version: 6.2
import PackageDescription

/// Times the command beside its peers, in one run on one machine. `tools/benchmarks/run` builds both and starts it.
///
/// `TamgaBenchmarks` starts processes and reads files: it does not link Tamga, so that it measures what a user gets.
/// `TamgaPreparedBenchmark` links it, to time what no command does alone: pairs of names that are prepared already.
let package = Package(
  name: "TamgaBenchmarks",
  dependencies: [.package(name: "Tamga", path: "../..")],
  targets: [
    .executableTarget(name: "TamgaBenchmarks", swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "TamgaPreparedBenchmark", dependencies: [.product(name: "Tamga", package: "Tamga")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ]
)
