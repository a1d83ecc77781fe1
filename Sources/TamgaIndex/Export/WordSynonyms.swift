internal import TamgaMatching
internal import TamgaNames
internal import TamgaResolution
internal import TamgaText

/// Single words that are spellings of one word: what a dictionary can hold that knows no names of several words.
///
/// Every spelling of an entity is compared with the canonical one; the words that the matcher aligns are a pair. A word
/// is brought to the word it is aligned with most often in the whole index, and that word to itself.
struct WordSynonyms {
  private var counts: [String: [String: Int]] = [:]
  private var collection = NameCollection()
  private var engine = MatchEngine()

  /// Adds the words of an entity.
  mutating func add(_ entity: Entity) {
    collection.forgetNames()
    let number = collection.add(entity.canonical, type: entity.type)
    let canonical = collection.names[number]
    let target = Self.words(entity.canonical, entity.type)
    for word in target { counts[word, default: [:]][word, default: 0] += 1 }
    for variant in entity.variants where variant.name != entity.canonical {
      let number = collection.add(variant.name, type: entity.type)
      let name = collection.names[number]
      let words = Self.words(variant.name, entity.type)
      _ = engine.bits(canonical, name, collection.table)
      for part in engine.evidence
      where part.bits > 2 && part.first.count == 1 && part.second.count == 1 {
        guard part.level == .spelling || part.level == .linked else { continue }
        let (a, b) = (canonical.words, name.words)
        guard let i = part.first.first, let j = part.second.first, a.indices.contains(i),
          b.indices.contains(j), target.indices.contains(a[i]), words.indices.contains(b[j])
        else { continue }
        // A father's name inside a patronymic is compared without its ending: no word that could be written.
        let (word, lexeme) = (words[b[j]], target[a[i]])
        if Self.isWord(word), Self.isWord(lexeme) {
          counts[word, default: [:]][lexeme, default: 0] += max(1, variant.count)
        }
      }
    }
  }

  /// The pairs, sorted by word; words that are brought to themselves are left out.
  var pairs: [(word: String, lexeme: String)] {
    var best: [String: String] = [:]
    for (word, lexemes) in counts {
      best[word] =
        lexemes.min { a, b in
          if a.value != b.value { return a.value > b.value }
          return a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
        }?.key
    }
    var result: [(String, String)] = []
    for word in best.keys {
      // Where the target is itself brought to another, that is the one; a circle ends at its first word by the bytes.
      var path = [word]
      while let last = path.last, let next = best[last], next != last {
        if let start = path.firstIndex(of: next) {
          path.append(path[start...].min() ?? next)
          break
        }
        path.append(next)
      }
      if let lexeme = path.last, lexeme != word { result.append((word, lexeme)) }
    }
    return result.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
  }

  /// The words of a name in small letters.
  private static func words(_ name: String, _ type: NameType) -> [String] {
    NameParser.shipped.parse(name, type: type).tokens.map { token in
      var text = String.UnicodeScalarView()
      for scalar in token.text.unicodeScalars {
        switch scalar {
        // The folding of names takes ё for е; a database does not.
        case "ё", "Ё": text.append("ё")
        default:
          if let small = Unicode.Scalar(FoldedText.fold(scalar.value)) { text.append(small) }
        }
      }
      return String(text)
    }
  }

  private static func isWord(_ text: String) -> Bool {
    text.count > 1 && text.allSatisfy(\.isLetter)
  }
}
