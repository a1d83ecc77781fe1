internal import ArgumentParser

/// Where results go and in what shape: the same options for every command on names.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write to this file, whole or not at all, instead of standard output.", valueName: "file"))
  var output: String?

  @Flag(name: .long, help: "Write JSON Lines with full detail.")
  var json = false

  @Flag(name: [.short, .long], help: "Say nothing on standard error but what went wrong.")
  var quiet = false
}
