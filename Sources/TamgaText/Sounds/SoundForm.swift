/// What a word sounds like: a short string over the phonological alphabet.
public struct SoundForm: Sendable, Hashable, CustomStringConvertible {
  /// The longest form there is; a longer word is cut.
  public static let maximumLength = 30

  /// The phones, as numbers of `Phone.symbols`.
  public let phones: [UInt8]
  /// Whether it was read from a script that does not write short vowels.
  public let isAbjad: Bool

  /// A form of these phones.
  public init(phones: [UInt8], isAbjad: Bool = false) {
    self.phones = phones
    self.isAbjad = isAbjad
  }

  /// The phones as text.
  public var description: String { Phone.text(phones) }
}
