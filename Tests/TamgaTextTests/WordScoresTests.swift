import TamgaLexicons
import TestSupport
import Testing

@testable import TamgaText

/// Words are scored alike in the table as it stands and in the index of many words.
struct WordScoresTests {
  @Test func tableAndIndexAgree() throws {
    let table = try Lexicons.shipped.table(LanguageModel.path)
    let index = NgramIndex(table)
    let words = [
      "heydər", "әлијев", "құнанбайұлы", "qasym", "пушкин", "олійник", "علیف", "smith", "abai",
      "ә", "яя", "nūrsūltan",
    ]
    let model = LanguageModel(table)
    for word in words {
      let symbols =
        [LanguageFeatures.boundary] + word.unicodeScalars.map(\.value)
        + [LanguageFeatures.boundary]
      var (slow, fast) = (model.gap, model.gap)
      model.score(symbols.span, &slow)
      index.score(symbols.span, &fast)
      #expect(slow == fast, "\(word)")
      #expect(slow != model.gap, "\(word)")
    }
  }

  /// The rows of words have room for all languages.
  @Test func rowsHaveRoom() {
    #expect(Language.allCases.count <= WordScores.mostLanguages)
  }

  /// What is kept of a word changes nothing.
  @Test func keptWordsChangeNothing() {
    var bulk = LanguageDetector.shipped.bulk()
    let names = [
      "Heydər Əliyev", "Құнанбайұлы Абай", "Шевченко Тарас", "Aliyev", "John Smith", "O’Brien",
      "‘Abd al-Qādir", "«Нұр» Отан", "Ə. Əliyev", "1-ci orta", "Qarabağ، آغدام", "Vүqar",
      "Ðåðè", "--", "é Ñandú Žižek Łódź",
    ]
    for _ in 0..<4 {
      for name in names {
        let bytes = Array(name.utf8)
        #expect(bulk.language(bytes.span) == LanguageDetector.shipped.detect(name).language)
      }
    }
  }
}
