/// Counts as bars on a logarithmic scale, drawn in SVG.
struct BarChart {
  let labels: [String]
  let counts: [Int]
  private static let width = 720
  private static let height = 200
  private static let foot = 24

  /// The picture.
  var svg: String {
    let most = max(Self.height(counts.max() ?? 0), 1)
    let step = Double(Self.width) / Double(max(counts.count, 1))
    var parts: [String] = []
    for (index, count) in counts.enumerated() {
      let size = Self.height(count) / most * Double(Self.height - 24)
      let left = Double(index) * step
      let top = Double(Self.height) - size
      parts.append(
        "<rect x=\"\(Self.text(left + step * 0.12))\" y=\"\(Self.text(top))\" "
          + "width=\"\(Self.text(step * 0.76))\" height=\"\(Self.text(size))\">"
          + "<title>\(ResolutionPage.escaped(labels[index])): \(count)</title></rect>")
      let middle = Self.text(left + step / 2)
      parts.append(
        "<text x=\"\(middle)\" y=\"\(Self.text(top - 5))\" text-anchor=\"middle\">\(count)</text>")
      parts.append(
        "<text x=\"\(middle)\" y=\"\(Self.height + 17)\" text-anchor=\"middle\">"
          + "\(ResolutionPage.escaped(labels[index]))</text>")
    }
    return """
      <svg viewBox="0 0 \(Self.width) \(Self.height + Self.foot)" role="img">
      <line x1="0" y1="\(Self.height)" x2="\(Self.width)" y2="\(Self.height)"/>
      \(parts.joined(separator: "\n"))
      </svg>
      """
  }

  private static func height(_ count: Int) -> Double {
    count == 0 ? 0 : Double(Power.logarithm(Float(count))) + 1
  }

  private static func text(_ value: Double) -> String {
    ResolutionPage.decimal(value, 1).split(separator: "−").joined(separator: "-")
  }
}
