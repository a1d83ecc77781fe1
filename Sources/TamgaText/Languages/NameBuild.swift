/// How a name is built: the scripts of its letters, how many words it has and how long it is, and whether all its letters
/// are plain. English, Russian and Persian have only plain ones; ten of them say more against Azerbaijani than three.
struct NameBuild: Sendable, Equatable {
  /// How many letters there are of each script.
  var latin = 0
  var cyrillic = 0
  var arabic = 0
  var other = 0
  var words = 0
  /// How many symbols the words have: letters, marks and apostrophes.
  var letters = 0
  /// How many of them English, Russian and Persian do not have, for a name of that script.
  var marked: (latin: Int, cyrillic: Int, arabic: Int) = (0, 0, 0)

  static func == (a: NameBuild, b: NameBuild) -> Bool {
    (a.latin, a.cyrillic, a.arabic, a.other, a.words, a.letters)
      == (b.latin, b.cyrillic, b.arabic, b.other, b.words, b.letters) && a.marked == b.marked
  }

  /// The symbol that a row on a name’s build begins with.
  static let mark: UInt32 = 0x3D
  /// What stands in such a row for what it does not ask.
  private static let unasked: UInt32 = 0x2E
  /// How many builds the statements tell apart.
  static let kinds = 6 * 5 * 13

  /// The script most letters are of.
  @inline(__always)
  var script: Script {
    let most = max(latin, cyrillic, arabic, other)
    if most == 0 { return .common }
    if most == cyrillic { return .cyrillic }
    if most == latin { return .latin }
    return most == arabic ? .arabic : .other
  }

  /// Script and letters, count of words and length as the statements tell them; nil for scripts Tamga has no languages of.
  @inline(__always)
  private var parts: (kind: Int, words: Int, length: Int)? {
    let kind: Int
    switch script {
    case .latin: kind = marked.latin > 0 ? 1 : 0
    case .cyrillic: kind = marked.cyrillic > 0 ? 3 : 2
    case .arabic: kind = marked.arabic > 0 ? 5 : 4
    case .common, .other: return nil
    }
    let length = letters < 8 ? letters : letters < 24 ? 8 + (letters - 8) / 4 : 12
    return (kind, min(words, 4), length)
  }

  /// A number below `kinds` that builds of the same statements share; nil where there are none.
  @inline(__always)
  var number: Int? { parts.map { ($0.kind * 5 + $0.words) * 13 + $0.length } }

  /// Calls `body` with the symbols of every statement on the build.
  func forEachStatement(_ body: (InlineArray<4, UInt32>) -> Void) {
    guard let parts else { return }
    // Small where the letters are all plain, else a capital.
    let letters: InlineArray<6, UInt32> = [0x6C, 0x4C, 0x63, 0x43, 0x61, 0x41]
    let kind = letters[parts.kind]
    let count = 0x30 + UInt32(parts.words)
    let length = 0x61 + UInt32(parts.length)
    body([Self.mark, kind, Self.unasked, Self.unasked])
    body([Self.mark, kind, count, Self.unasked])
    body([Self.mark, kind, Self.unasked, length])
    body([Self.mark, kind, count, length])
  }
}
