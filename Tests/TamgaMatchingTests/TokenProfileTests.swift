import TamgaText
import Testing

@testable import TamgaMatching

struct TokenProfileTests {
  private func areFar(_ a: String, _ b: String) -> Bool {
    var table = TokenTable()
    let numbers = [a, b].map { word in
      let letters = word.unicodeScalars.map(\.value)
      return table.intern(letters.span)
    }
    return TokenComparer().far(numbers[0], numbers[1], table) != nil
  }

  /// The quick look says of no two spellings of one name that they are far apart.
  @Test(arguments: [
    ("heydər", "гейдар"), ("xəlilov", "халилов"), ("құнанбайұлы", "kunanbaev"),
    ("жүсіп", "юсуф"), ("məmmədəli", "мамедали"), ("сәтбаев", "satpayev"),
    ("qasımov", "касымов"), ("чокан", "şoqan"), ("магомед", "məhəmməd"), ("zhambyl", "jambul"),
  ])
  func spellingsOfOneNameAreNear(a: String, b: String) {
    #expect(!areFar(a, b))
    #expect(!areFar(b, a))
  }

  @Test(arguments: [
    ("асим", "мухтар"), ("perneba", "демеужан"),
    ("orazkhan", "гидаятулла"),
  ])
  func strangersAreFar(a: String, b: String) {
    #expect(areFar(a, b))
    #expect(areFar(b, a))
  }

  /// In Arabic letters a word has fewer phones than it says.
  @Test func wordsWithoutVowelsAreNeverFar() {
    #expect(!areFar("محمد", "мухаммед"))
    #expect(!areFar("محمد", "серікбай"))
  }
}
