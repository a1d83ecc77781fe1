// swift-tools-version: 6.2
import PackageDescription

/// libFuzzer over arbitrary bytes: `tools/fuzz/run`.
let package = Package(
  name: "TamgaFuzz",
  dependencies: [.package(name: "Tamga", path: "../..")],
  targets: [
    .executableTarget(
      name: "FuzzCleaning",
      dependencies: [.product(name: "Tamga", package: "Tamga")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
  ]
)
