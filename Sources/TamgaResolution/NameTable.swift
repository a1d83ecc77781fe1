public import TamgaNames
public import TamgaText

/// The names to resolve, column by column: a row is one occurrence of a name.
///
/// Every column but the names is optional: empty, or as long as the names.
public struct NameTable: Sendable {
  /// The names as they were given.
  public var names = NameBatch()
  /// What each names; empty where Tamga is to find out.
  public var types: [NameType] = []
  /// The language of each, where it is known.
  public var languages: [Language?] = []
  /// Birth dates or years, as given (`1950-03-12`, `1950`); empty text where unknown.
  public var birthDates: [String] = []
  /// The bearer's gender, where a column says it.
  public var genders: [Gender?] = []
  /// Country names or codes; empty text where unknown.
  public var countries: [String] = []
  /// Identifiers of the bearer; two rows with one identifier are one entity, two with two are two.
  public var identifiers: [String] = []
  /// Where each row comes from: a file, a list.
  public var sources: [String] = []
  /// The document a row stands in: bare surnames may refer to a full name of the same document. -1 for none.
  public var documents: [Int32] = []

  /// A table without rows.
  public init() {}

  /// A table of one column.
  public init(_ names: some Sequence<String>, type: NameType? = nil) {
    self.names = NameBatch(names)
    if let type { types = Array(repeating: type, count: self.names.count) }
  }

  /// How many rows there are.
  public var count: Int { names.count }

  /// Adds the rows of another table; where only one of the two has a column, the other's rows have no value in it.
  /// Types are left as they are.
  mutating func append(_ other: NameTable) {
    guard other.count > 0 else { return }
    let (own, more) = (count, other.count)
    func join<Value>(_ a: inout [Value], _ b: [Value], _ none: Value) {
      if a.isEmpty, b.isEmpty { return }
      if a.isEmpty { a = Array(repeating: none, count: own) }
      a.append(contentsOf: b.isEmpty ? Array(repeating: none, count: more) : b)
    }
    join(&languages, other.languages, nil)
    join(&birthDates, other.birthDates, "")
    join(&genders, other.genders, nil)
    join(&countries, other.countries, "")
    join(&identifiers, other.identifiers, "")
    join(&sources, other.sources, "")
    join(&documents, other.documents, -1)
    names.append(other.names)
  }
}
