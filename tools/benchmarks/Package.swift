// swift-tools-version: 6.2
import PackageDescription

/// Times the command beside its peers, in one run on one machine. `tools/benchmarks/run` builds both and starts it.
///
/// It starts processes and reads files: it does not link Tamga, so that it measures what a user gets.
let package = Package(
  name: "TamgaBenchmarks",
  targets: [
    .executableTarget(name: "TamgaBenchmarks", swiftSettings: [.treatAllWarnings(as: .error)])
  ]
)
