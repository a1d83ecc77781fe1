import Foundation
import TamgaResolution
import TamgaText
import Testing

@Suite("The page that shows what was done")
struct PageTests {
  @Test func itHoldsPicturesAndTablesAndNeedsNoNetwork() throws {
    let resolution = try Resolver().resolve(
      NameTable(SmallListTests.names + ["Nazarbayev", "<b>Əli</b> & Co"], type: .person))
    let html = ResolutionPage(resolution).html
    #expect(html.hasPrefix("<!DOCTYPE html>"))
    #expect(html.components(separatedBy: "<svg").count == 3)
    #expect(!html.contains("http://") && !html.contains("https://") && !html.contains("src="))
    #expect(!html.contains("<b>"))
    #expect(html.contains("a single word may be anybody’s who bears it"))
    let bridge = try #require(resolution.bridges.first)
    #expect(html.contains(bridge.first) && html.contains(bridge.entity))
    #expect(resolution.histogram.reduce(0, +) > 0)
  }

  @Test func bridgesComeWeakestFirst() throws {
    let resolution = try Resolver().resolve(NameTable(SmallListTests.names, type: .person))
    let bits = resolution.bridges.map(\.bits)
    #expect(bits.count == SmallListTests.names.count - resolution.entities.count)
    #expect(bits == bits.sorted())
  }
}
