// swift-tools-version: 6.2
import PackageDescription

/// One layer of the house: an arrow may only point down. `ARCHITECTURE.md` says what each room answers.
let package = Package(
  name: "Tamga",
  products: [
    .library(name: "Tamga", targets: ["Tamga"]),
    .executable(name: "tamga", targets: ["TamgaTool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Layer 0: the only C in the house.
    .target(
      name: "CICU",
      linkerSettings: [
        .linkedLibrary("icui18n"), .linkedLibrary("icuuc"), .linkedLibrary("icudata"),
      ]),
    .target(name: "CLexicons"),
    // Layer 1
    .target(name: "TamgaICU", dependencies: ["CICU"]),
    .target(name: "TamgaLexicons", dependencies: ["CLexicons"]),
    // Layer 2
    .target(name: "TamgaText", dependencies: ["TamgaICU", "TamgaLexicons"]),
    // Layer 3
    .target(
      name: "TamgaTransliteration", dependencies: ["TamgaICU", "TamgaLexicons", "TamgaText"]),
    .target(name: "TamgaNames", dependencies: ["TamgaLexicons", "TamgaText"]),
    // Layer 4
    .target(
      name: "TamgaMatching",
      dependencies: ["TamgaLexicons", "TamgaText", "TamgaTransliteration", "TamgaNames"]),
    .target(
      name: "TamgaExtraction",
      dependencies: ["TamgaICU", "TamgaLexicons", "TamgaText", "TamgaNames"]),
    // Layer 5
    .target(
      name: "TamgaResolution",
      dependencies: [
        "TamgaLexicons", "TamgaText", "TamgaTransliteration", "TamgaNames", "TamgaMatching",
      ]),
    // Layer 6
    .target(
      name: "TamgaIndex",
      dependencies: [
        "TamgaICU", "TamgaLexicons", "TamgaText", "TamgaNames", "TamgaMatching",
        "TamgaResolution", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    // Layer 7
    .target(
      name: "Tamga",
      dependencies: [
        "TamgaICU", "TamgaLexicons", "TamgaText", "TamgaTransliteration", "TamgaNames",
        "TamgaMatching", "TamgaExtraction", "TamgaResolution", "TamgaIndex",
      ]),
    // Layer 8
    .target(
      name: "TamgaCommand",
      dependencies: [
        "Tamga", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "TamgaTool", dependencies: ["TamgaCommand"]),
    // Tests
    .testTarget(name: "TamgaICUTests", dependencies: ["TamgaICU", "TestSupport"]),
    .testTarget(name: "TamgaLexiconsTests", dependencies: ["TamgaLexicons", "TestSupport"]),
    .testTarget(
      name: "TamgaTextTests",
      dependencies: ["TamgaText", "TamgaICU", "TamgaLexicons", "TestSupport"]),
    .testTarget(
      name: "TamgaTransliterationTests",
      dependencies: ["TamgaTransliteration", "TamgaText", "TamgaLexicons", "TestSupport"]),
    .testTarget(
      name: "TamgaNamesTests",
      dependencies: [
        "TamgaNames", "TamgaText", "TamgaLexicons", "TamgaTransliteration", "TestSupport",
      ]),
    .testTarget(
      name: "TamgaMatchingTests",
      dependencies: [
        "TamgaMatching", "TamgaNames", "TamgaText", "TamgaTransliteration", "TamgaLexicons",
        "TestSupport",
      ]),
    .testTarget(
      name: "TamgaExtractionTests",
      dependencies: ["TamgaExtraction", "TamgaText", "TestSupport"]),
    .testTarget(
      name: "TamgaResolutionTests",
      dependencies: ["TamgaResolution", "TamgaMatching", "TamgaNames", "TamgaText", "TestSupport"]),
    .testTarget(
      name: "TamgaIndexTests",
      dependencies: [
        "TamgaIndex", "TamgaResolution", "TamgaNames", "TamgaText", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "TamgaCommandTests", dependencies: ["TamgaTool", "TestSupport"],
      exclude: ["Snapshots"]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
  ],
  cLanguageStandard: .c2x
)

// The house rules, in one place. Each flag names the proposal behind it.
for target in package.targets where !target.name.hasPrefix("C") {
  target.swiftSettings = [
    .treatAllWarnings(as: .error),  // SE-0480
    .strictMemorySafety(),  // SE-0458
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
  ]
}
