internal import TamgaNames
internal import TamgaText

/// The names that were found, with their base forms.
extension MentionFinder {
  mutating func mentions() -> [Mention] {
    found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var mentions: [Mention] = []
    var line = 0
    for name in found {
      while line + 1 < document.lines.count,
        document.lines[line].tokens.upperBound <= name.tokens.lowerBound
      {
        line += 1
      }
      let first = document.tokens[name.tokens.lowerBound]
      let last = document.tokens[name.tokens.upperBound - 1]
      let range = Int(first.start)..<Int(last.end)
      mentions.append(
        Mention(
          text: document.text(range), range: range, type: name.type,
          normalized: normalized(name), language: document.lines[line].language))
    }
    return mentions
  }

  private mutating func normalized(_ name: FoundName) -> String {
    let first = document.tokens[name.tokens.lowerBound]
    let last = document.tokens[name.tokens.upperBound - 1]
    return document.text(Int(first.start)..<Int(last.end))
  }
}
