/// Printing of short texts: help, lists.
enum StandardOutput {
  /// Prints lines; when nobody reads them, nothing happens.
  static func print(_ text: String) {
    try? Descriptor.standardOutput.write(text: text + "\n")
  }
}
