internal import CICU

extension ICU {
  /// The Unicode Character Database as ICU knows it; a scalar outside Unicode has the properties of an unassigned one.
  public enum Characters {
    /// The general category, as ICU numbers them (`UCharCategory`).
    public static func generalCategory(_ scalar: UInt32) -> Int {
      Int(icu_general_category(Int32(bitPattern: scalar)))
    }

    /// The canonical combining class, 0 for most.
    public static func combiningClass(_ scalar: UInt32) -> UInt8 {
      icu_combining_class(Int32(bitPattern: scalar))
    }

    /// The simple lower-case mapping, in no locale.
    public static func lowercase(_ scalar: UInt32) -> UInt32 {
      UInt32(bitPattern: icu_to_lower(Int32(bitPattern: scalar)))
    }

    /// The simple upper-case mapping, in no locale.
    public static func uppercase(_ scalar: UInt32) -> UInt32 {
      UInt32(bitPattern: icu_to_upper(Int32(bitPattern: scalar)))
    }

    /// The simple title-case mapping, in no locale.
    public static func titlecase(_ scalar: UInt32) -> UInt32 {
      UInt32(bitPattern: icu_to_title(Int32(bitPattern: scalar)))
    }

    /// Whether the scalar is white space (`White_Space`).
    public static func isWhitespace(_ scalar: UInt32) -> Bool {
      icu_is_whitespace(Int32(bitPattern: scalar))
    }

    /// Whether the scalar is alphabetic (`Alphabetic`).
    public static func isAlphabetic(_ scalar: UInt32) -> Bool {
      icu_is_alphabetic(Int32(bitPattern: scalar))
    }

    /// Whether the scalar is invisible by default (`Default_Ignorable_Code_Point`).
    public static func isDefaultIgnorable(_ scalar: UInt32) -> Bool {
      icu_is_default_ignorable(Int32(bitPattern: scalar))
    }

    /// The ISO 15924 code of the scalar's script, such as `Cyrl`; `Zyyy` for common signs.
    public static func script(_ scalar: UInt32) -> String {
      guard let name = unsafe icu_script_name(icu_script(Int32(bitPattern: scalar))) else {
        return "Zzzz"
      }
      return unsafe String(cString: name)
    }

    /// The Unicode name of the scalar, such as `LATIN SMALL LETTER SCHWA`.
    public static func name(_ scalar: UInt32) throws(ICUError) -> String {
      let bytes: [CChar] = try unsafe ICU.filling(
        capacity: 96, operation: "name a character"
      ) { buffer, status in
        unsafe icu_character_name(
          Int32(bitPattern: scalar), buffer.baseAddress, Int32(buffer.count), &status)
      }
      return String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
