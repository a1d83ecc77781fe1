internal import ArgumentParser
internal import Tamga

/// What is read and how: the same options for every command on names.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Files to read; standard input with none, or with -.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @OptionGroup var shape: InputShape

  /// The files, with standard input where none is named.
  var inputs: [String] { files.isEmpty ? ["-"] : files }
}

/// How input is read, whatever it is read from.
struct InputShape: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "lines, csv, tsv or jsonl; by default what the file's ending says, else lines.",
      valueName: "format"))
  var format: InputFormat?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The column or JSON field that holds the name (default: name, else the first).",
      valueName: "name"))
  var column: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What the names name: person, place, organization, work or auto.", valueName: "type"))
  var type: TypeOption = .auto

  @OptionGroup var decoding: DecodingOptions

  @Flag(name: .long, help: "End with status 65 when a row is bad, and write no output file.")
  var strict = false

  /// The format of an input.
  func format(of path: String) -> InputFormat { format ?? InputFormat(path: path) }
}

/// The types a user can name.
enum TypeOption: String, CaseIterable, ExpressibleByArgument {
  case person, place, organization, work, auto

  /// The type; nil where Tamga is to find out.
  var type: NameType? { NameType(rawValue: rawValue) }
}
