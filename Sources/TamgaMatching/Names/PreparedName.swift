public import TamgaText

/// A name taken apart and ready to be compared with others of the same table.
public struct PreparedName: Sendable {
  /// What it names.
  public let type: NameType
  let parts: [NamePart]
  /// The places a gazetteer knows by this name, sorted.
  var places: [UInt32] = []
  /// The capitals of an acronym the name is, as a token; -1 where it is none.
  var acronym: Int32 = -1
}
