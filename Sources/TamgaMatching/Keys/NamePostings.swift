internal import TamgaText

/// The tokens every name is found by, with the word each stands for.
struct NamePostings: Sendable {
  /// A token that stands for a word of a name: the word itself, its stem, or it and the next one written as one.
  struct Entry: Sendable {
    var token: Int32
    var word: Int16
  }

  private(set) var entries: [Entry] = []
  private var starts: [Int32] = [0]
  /// How many words each name has that it is found by.
  private(set) var wordCounts: [UInt8] = []
  private(set) var isPerson: [Bool] = []

  init(capacity: Int) {
    starts.reserveCapacity(capacity + 1)
    entries.reserveCapacity(capacity * 3)
    wordCounts.reserveCapacity(capacity)
    isPerson.reserveCapacity(capacity)
  }

  /// How many names there are.
  var count: Int { starts.count - 1 }

  /// The entries of a name, its words in their order.
  @inline(__always)
  func range(_ name: Int32) -> Range<Int> {
    Int(starts[Int(name)])..<Int(starts[Int(name) + 1])
  }

  /// Adds a name.
  mutating func append(_ name: PreparedName, _ collection: inout NameCollection) {
    let start = entries.count
    var word: Int16 = 0
    // Words that say what is named are shared by too many: only where there is no other.
    for pass in 0..<2 where entries.count == start {
      var last: Int32 = -1
      for (index, part) in name.parts.prefix(8).enumerated() where part.role != .initial {
        if pass == 0, part.role == .kind || name.type != .person && part.concept >= 0 { continue }
        if part.token == last { continue }
        last = part.token
        add(part.token, word, from: start)
        add(part.other, word, from: start)
        if part.role != .patronymic { add(part.another, word, from: start) }
        let next = index + 1
        if next < name.parts.count, name.parts[next].role != .initial,
          part.isJoined || name.type != .person
        {
          add(collection.joint(part, name.parts[next]), word, from: start)
        }
        word += 1
      }
    }
    starts.append(Int32(entries.count))
    wordCounts.append(UInt8(clamping: word))
    isPerson.append(name.type == .person)
  }

  private mutating func add(_ token: Int32, _ word: Int16, from start: Int) {
    if token >= 0, !entries[start...].contains(where: { $0.token == token }) {
      entries.append(Entry(token: token, word: word))
    }
  }
}
