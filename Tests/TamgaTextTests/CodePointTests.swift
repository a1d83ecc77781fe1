import TamgaICU
import Testing

@testable import TamgaText

/// The tables that stand in for ICU on the hot path, against ICU over every code point.
@Suite struct CodePointTests {
  @Test func propertiesAndCasesAreThoseOfICU() throws {
    let points = CodePoints.shared
    let nfc = try ICU.Normalizer(.nfc)
    var wrong: [UInt32] = []
    for scalar in UInt32(0)...0x10FFFF where !(0xD800..<0xE000).contains(scalar) {
      let properties = points[scalar]
      let category = ICU.Characters.generalCategory(scalar)
      let isRight =
        points.lowercase(scalar) == ICU.Characters.lowercase(scalar)
        && points.uppercase(scalar) == ICU.Characters.uppercase(scalar)
        && properties.contains(.letter) == (1...5).contains(category)
        && properties.contains(.mark) == (6...8).contains(category)
        && properties.contains(.digit) == (category == 9)
        && properties.contains(.ignorable) == ICU.Characters.isDefaultIgnorable(scalar)
        && properties.script == Script(code: ICU.Characters.script(scalar))
      if !isRight { wrong.append(scalar) }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(10))")
    for scalar in UInt32(0)...0x2FFF {
      guard let text = Unicode.Scalar(scalar).map(String.init) else { continue }
      let isStable = try nfc.normalize(text).utf8.elementsEqual(text.utf8)
      #expect(
        points[scalar].contains(.composed) == (isStable && nfc.hasBoundaryBefore(scalar)),
        "\(scalar)")
    }
  }
}
