public import TamgaText

/// A name taken apart and ready to be compared with others of the same table.
public struct PreparedName: Sendable {
  /// What it names.
  public let type: NameType
  let parts: [NamePart]
}
