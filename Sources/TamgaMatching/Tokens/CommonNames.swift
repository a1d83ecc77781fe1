internal import TamgaLexicons
internal import TamgaText

/// The commonest names: whatever sounds like one is as common, however rarely a spelling was counted.
struct CommonNames: Sendable {
  static let shipped = CommonNames(.shipped)

  /// The rarity in bits by the skeleton of the sound form.
  private var rarities: [[UInt8]: Float] = [:]

  init(_ lexicons: Lexicons) {
    lexicons.forEachRow("frequencies/common-names.tsv") { row in
      guard let share = Float(row[2]), share > 0 else { return }
      let reading: SoundReading = row[1] == "az" ? .azerbaijani : .cyrillic
      let form = SoundFormer.shipped.form(
        FoldedText.scalars(row[0], dotlessI: row[1] == "az").span, reading: reading)
      var key: [UInt8] = []
      Skeleton.append(form.phones.span, to: &key)
      rarities[key] = min(rarities[key] ?? .infinity, Logarithm.base2(1000 / share))
    }
  }

  /// The rarity of a skeleton, in bits; nil where it is none of the commonest.
  func rarity(_ skeleton: [UInt8]) -> Float? { rarities[skeleton] }
}
