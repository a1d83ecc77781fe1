import Foundation

/// One entity of a gold file.
struct GoldEntity: Decodable {
  struct Name: Decodable {
    let name: String
    let lang: String
  }
  struct Meta: Decodable {
    let sim: [String: Double]?
    let gender: String?
    let country: String?
  }
  let id: String
  let type: String
  let names: [Name]
  let meta: Meta?
}

enum Gold {
  static func entities(_ url: URL) throws -> [GoldEntity] {
    let decoder = JSONDecoder()
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      try decoder.decode(GoldEntity.self, from: Data($0.utf8))
    }
  }
}
