internal import ArgumentParser

/// How bytes are read as text: the same option for names and for running text.
struct DecodingOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "auto, utf-8, windows-1251, koi8-r, windows-1254, iso-8859-9 or utf-16.",
      valueName: "name"))
  var encoding: EncodingOption = .auto
}
