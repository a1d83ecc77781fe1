/// A part of a name as the matcher sees it: a token, what it is in the name, and what else may stand for it.
struct NamePart: Sendable, Equatable {
  /// What a part is, as far as it matters for comparing.
  enum Role: UInt8, Sendable {
    /// Given name or family name: nothing decides which.
    case unknown
    case given, family
    /// A patronymic: `token` is the father's base name, `other` the whole word.
    case patronymic
    /// A single letter.
    case initial
    /// A nickname, an alias or a maiden name: another name, which contradicts nothing.
    case nickname
    /// A word that says what is named: a place's or an organisation's kind.
    case kind
    /// A word of a name that is no person's.
    case word
  }

  /// The traditions of family names' endings, as far as they tell forms of one name from each other.
  enum Tradition: UInt8, Sendable {
    case none
    /// -ov, -yev, -in
    case russian
    /// -ski
    case slavic
    /// -lı, -zadə, -oğlu, -bəyli
    case azerbaijani
    /// -ұлы, -қызы, -тегі
    case kazakh
    /// Another nation's, which does not change.
    case other

    /// Whether families of this tradition have taken another's ending, or none: -ov became -lı, -ұлы or nothing.
    var isReformable: Bool { self != .slavic && self != .other }
  }

  /// Whether two parts have a meaning in common.
  func sharesConcept(_ other: NamePart) -> Bool {
    concept >= 0 && (concept == other.concept || concept == other.inTitle)
      || inTitle >= 0 && (inTitle == other.concept || inTitle == other.inTitle)
  }

  /// Its number in the token table.
  var token: Int32
  /// The stem of a family name without its ending, of an adjective without its own, or a patronymic as a whole; -1
  /// where there is none.
  var other: Int32 = -1
  /// A second such stem: `Агджабединский` is of Агджабеди; of a patronymic what the father's name begins with, where the
  /// name itself ends in what endings swallow: Юр of Юрьевич.
  var another: Int32 = -1
  /// A concept shared between languages (a kind word, a linked name), or -1.
  var concept: Int16 = -1
  /// What the word may also mean in a title, or -1.
  var inTitle: Int16 = -1
  var role: Role = .unknown
  /// How sure the role is, from 0 to 100.
  var certainty: UInt8 = 0
  var tradition: Tradition = .none
  /// The ending of a family name, as far as endings are different names: 0 is none.
  var ending: UInt8 = 0
  /// 0 unknown, 1 male, 2 female: what this part says of the bearer.
  var gender: UInt8 = 0
  /// How many words the concept is written with.
  var span: UInt8 = 1
  /// Which word of the cleaned name it is, counting from 0.
  var word: UInt8 = 0
  /// What else is so, in one byte: names by the million hold four parts each.
  private var marks: UInt8 = 0

  init(token: Int32) { self.token = token }

  /// Whether a hyphen joins it to the next part.
  var isJoined: Bool {
    get { self[mark: 1] }
    set { self[mark: 1] = newValue }
  }
  /// Whether a half of a compound is a title: бек, молла.
  var isTitle: Bool {
    get { self[mark: 2] }
    set { self[mark: 2] = newValue }
  }
  /// Whether it stands in brackets: a word that tells namesakes apart.
  var isBracketed: Bool {
    get { self[mark: 4] }
    set { self[mark: 4] = newValue }
  }
  /// Whether it says where something is, not whose: `in Kazakhstan`, `Қазақстандағы`.
  var isLocal: Bool {
    get { self[mark: 8] }
    set { self[mark: 8] = newValue }
  }

  private subscript(mark mark: UInt8) -> Bool {
    get { marks & mark != 0 }
    set { marks = newValue ? marks | mark : marks & ~mark }
  }

  /// Gives its tokens other numbers.
  mutating func renumber(_ numbers: [Int32]) {
    token = numbers[Int(token)]
    if other >= 0 { other = numbers[Int(other)] }
    if another >= 0 { another = numbers[Int(another)] }
  }

  /// Whether it is a given name, a family name or a word that may be either: what a person's name stands on.
  var isMain: Bool { role == .given || role == .family || role == .unknown }
}
