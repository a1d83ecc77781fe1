// swift-tools-version: 6.2
import PackageDescription

/// Learns the tables of `Lexicons/models` and `Lexicons/frequencies` from gold files. `tools/train` runs it.
let package = Package(
  name: "TamgaTrainer",
  dependencies: [.package(name: "Tamga", path: "../..")],
  targets: [
    .executableTarget(
      name: "TamgaTrainer", dependencies: [.product(name: "Tamga", package: "Tamga")])
  ]
)
