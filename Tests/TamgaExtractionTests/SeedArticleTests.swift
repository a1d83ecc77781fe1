import Foundation
import TamgaExtraction
import TamgaText
import TestSupport
import Testing

/// A real article with tables, quotations and reference marks, beside the checkout.
struct SeedArticleTests {
  private static let url = TestFiles.shared("seeds/000_51fef7b6a539d3c0.txt")

  @Test(.enabled(if: Self.url != nil, "no article beside the checkout"))
  func namesAndNoNames() throws {
    let text = try String(contentsOf: try #require(Self.url), encoding: .utf8)
    let mentions = MentionExtractor.shipped.extract(text)
    let names = Set(mentions.map { "\($0.type.rawValue) \($0.normalized)" })
    for name in [
      "person Abay Kunanbayev", "person Abai Qunanbaiuli", "person Olzhas Suleimenov",
      "person Oljas Süleymenov", "place Nagorno Karabakh", "place Nagorno-Karabakh",
      "person Heydar Aliyev", "person Ilham Aliyev", "person Nursultan Nazarbayev",
      "person Nazarbayev", "person Polad Bülbüloğlu", "person Imadaddin Nasimi", "work Vətən",
      "place Cambul", "place Sumgayit", "place Aktau", "person Artur Rasizade",
      "organization Baku State University", "place Khojavend", "place Azərbaycan",
      "place Qazaxıstan", "place Qarabağ", "organization Kazakh National University",
    ] {
      #expect(names.contains(name), "\(name) was not found")
    }
    let words = Set(mentions.map(\.text))
    for word in [
      "See", "References", "Retrieved", "External", "Archived", "Wayback Machine", "August",
      "March", "Both", "Azeri", "Kazakh", "Azerbaijanis", "Great Purge", "Diplomatic", "Head",
      "US", "ISBN", "Strategic Partnership", "Prime Minister",
    ] {
      #expect(!words.contains(word), "\(word) is no name")
    }
    #expect(!words.contains { $0.contains("[") || $0.contains("↑") || $0.contains("\n") })
  }
}
