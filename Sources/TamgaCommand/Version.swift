internal import Tamga

/// What this build is.
enum Version {
  /// The version of the command, as in CHANGELOG.md.
  static let number = "0.1.0"

  /// The version with that of the libraries that results depend on.
  static var text: String {
    "\(number) (ICU \(ICU.version), Unicode \(ICU.unicodeVersion))"
  }
}
