internal import Dispatch
internal import Foundation
internal import Synchronization
internal import TamgaMatching
internal import TamgaText

/// The tokens that names are found by, with the variants they stand in.
struct TermTable {
  /// A spelling that is to be found.
  struct Name: Sendable {
    var text: String
    var type: NameType
    /// Its number in the file.
    var variant: UInt32
  }

  /// One row of the table `token`.
  struct Row: Sendable {
    var key: Int64
    var text: String
    var reading: Int64
    /// The skeleton of the sound form that the key was made from.
    var sound: String
    /// Numbers of `Postings`, ascending.
    var numbers: [UInt32]
  }

  /// A pair of the table `key`.
  struct Pair: Hashable, Comparable, Sendable {
    /// A key with a consonant left out, or the number of a name in the lexicons.
    var near: Int64
    var main: Int64
    /// The token under the main key that is meant; all where it is empty.
    var text = ""

    static func < (a: Pair, b: Pair) -> Bool {
      if a.near != b.near { return a.near < b.near }
      if a.main != b.main { return a.main < b.main }
      return a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
    }
  }

  /// The rows, sorted by key, text and reading.
  private(set) var rows: [Row] = []
  /// The pairs, sorted.
  private(set) var pairs: [Pair] = []

  private struct TokenName: Hashable {
    var text: String
    var reading: UInt8
  }

  private struct Token {
    var name: TokenName
    var keys: SearchKeys
    var numbers: [UInt32]
  }

  /// Takes names apart, whose variants ascend, on all cores. The result does not depend on their number.
  init(_ names: [Name]) {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let parts = max(1, min(cores, names.count / 2000))
    let results = Mutex<[Int: [Token]]>([:])
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let range = names.count * part / parts..<names.count * (part + 1) / parts
      let tokens = Self.tokens(names[range])
      results.withLock { $0[part] = tokens }
    }
    let all = results.withLock { $0 }
    var tokens = all[0] ?? []
    if parts > 1 {
      var numbers: [TokenName: Int] = [:]
      numbers.reserveCapacity(tokens.count * 2)
      for (number, token) in tokens.enumerated() { numbers[token.name] = number }
      for part in 1..<parts {
        for token in all[part] ?? [] {
          if let number = numbers[token.name] {
            tokens[number].numbers.append(contentsOf: token.numbers)
          } else {
            numbers[token.name] = tokens.count
            tokens.append(token)
          }
        }
      }
    }
    var pairs: Set<Pair> = []
    for token in tokens {
      for (place, main) in token.keys.main.enumerated() {
        let sounds = token.keys.sounds
        rows.append(
          Row(
            key: main, text: token.name.text, reading: Int64(token.name.reading),
            sound: sounds.indices.contains(place) ? sounds[place] : "", numbers: token.numbers))
        for near in token.keys.near where near != main {
          pairs.insert(Pair(near: near, main: main))
        }
      }
      if let main = token.keys.main.first {
        for linked in token.keys.linked {
          pairs.insert(Pair(near: linked, main: main, text: token.name.text))
        }
      }
    }
    rows.sort { a, b in
      if a.key != b.key { return a.key < b.key }
      if a.text != b.text { return a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }
      return a.reading < b.reading
    }
    self.pairs = pairs.sorted()
  }

  private static func tokens(_ names: ArraySlice<Name>) -> [Token] {
    var collection = NameCollection()
    var numbers: [[UInt32]] = []
    var places: [UInt32: [UInt32]] = [:]
    for name in names {
      collection.forgetNames()
      collection.add(name.text, type: name.type)
      let prepared = collection.names[0]
      let number = Postings.number(variant: name.variant, parts: prepared.partCount)
      for term in collection.searchTerms(prepared) {
        if term.token < 0 {
          places[term.place, default: []].append(number)
          continue
        }
        while numbers.count <= Int(term.token) { numbers.append([]) }
        numbers[Int(term.token)].append(number)
      }
    }
    let table = collection.table
    var tokens: [Token] = []
    for (number, list) in numbers.enumerated() where !list.isEmpty {
      tokens.append(
        Token(
          name: TokenName(text: table.text(number), reading: table.reading(number)),
          keys: table.searchKeys(number), numbers: list))
    }
    for place in places.keys.sorted() {
      tokens.append(
        Token(
          name: TokenName(text: PlaceTerm.text(place), reading: 0), keys: PlaceTerm.keys(place),
          numbers: places[place] ?? []))
    }
    return tokens
  }
}

/// How a place of the gazetteer, or a meaning, stands among the tokens.
enum PlaceTerm {
  /// Its text, which no word's can be.
  static func text(_ place: UInt32) -> String { "#\(place)" }

  /// Its key: negative, as no word's is.
  static func key(_ place: UInt32) -> Int64 { -1 - Int64(place) }

  /// Its keys.
  static func keys(_ place: UInt32) -> SearchKeys {
    var keys = SearchKeys()
    keys.main = [key(place)]
    return keys
  }
}
