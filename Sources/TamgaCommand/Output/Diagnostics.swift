/// What is said to the user on standard error.
enum Diagnostics {
  /// Says a sentence, with the command's name before it.
  static func say(_ sentence: String) { print("tamga: \(sentence)") }

  /// Prints lines as they are, in place of a progress bar that may stand there.
  static func print(_ text: String) {
    let erase = Descriptor.standardError.isTerminal ? "\r\u{1B}[K" : ""
    try? Descriptor.standardError.write(text: erase + text + "\n")
  }
}
