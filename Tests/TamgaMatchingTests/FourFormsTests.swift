import TamgaMatching
import TamgaText
import Testing

/// Common Azerbaijani and Kazakh names, each as four alphabets write it.
struct FourFormsTests {
  /// Azerbaijani Latin, Azerbaijani Cyrillic, Russian, English.
  static let azerbaijani: [[String]] = [
    ["Əli Məmmədov", "Әли Мәммәдов", "Али Мамедов", "Ali Mammadov"],
    ["Vüqar Həsənov", "Вүгар Һәсәнов", "Вугар Гасанов", "Vugar Hasanov"],
    ["Elçin Quliyev", "Елчин Гулијев", "Эльчин Кулиев", "Elchin Guliyev"],
    ["Rəşad Hüseynov", "Рәшад Һүсејнов", "Рашад Гусейнов", "Rashad Huseynov"],
    ["Günel Əhmədova", "Ҝүнел Әһмәдова", "Гюнель Ахмедова", "Gunel Ahmadova"],
    ["Sevinc Abbasova", "Севинҹ Аббасова", "Севиндж Аббасова", "Sevinj Abbasova"],
    ["Orxan İsmayılov", "Орхан Исмајылов", "Орхан Исмаилов", "Orkhan Ismayilov"],
    ["Cavid Cəfərov", "Ҹавид Ҹәфәров", "Джавид Джафаров", "Javid Jafarov"],
    ["Nigar Rəhimova", "Ниҝар Рәһимова", "Нигяр Рагимова", "Nigar Rahimova"],
    ["Tofiq Bağırov", "Тофиг Бағыров", "Тофик Багиров", "Tofig Baghirov"],
    ["Xəyal Səfərov", "Хәјал Сәфәров", "Хаял Сафаров", "Khayal Safarov"],
    ["Aygün Kazımova", "Ајҝүн Казымова", "Айгюн Казымова", "Aygun Kazimova"],
    ["Ceyhun Rzayev", "Ҹејһун Рзајев", "Джейхун Рзаев", "Jeyhun Rzayev"],
    ["Zöhrə Əsgərova", "Зөһрә Әсҝәрова", "Зохра Аскерова", "Zohra Asgarova"],
    ["Qurban Şükürov", "Гурбан Шүкүров", "Гурбан Шукюров", "Gurban Shukurov"],
    ["Yaqub Novruzov", "Јагуб Новрузов", "Ягуб Новрузов", "Yagub Novruzov"],
    ["Fəridə Mehdiyeva", "Фәридә Меһдијева", "Фарида Мехтиева", "Farida Mehdiyeva"],
    ["Şahin Əzizov", "Шаһин Әзизов", "Шахин Азизов", "Shahin Azizov"],
    ["Könül Nəsirova", "Көнүл Нәсирова", "Кёнуль Насирова", "Konul Nasirova"],
    ["Ramiz Sultanov", "Рамиз Султанов", "Рамиз Султанов", "Ramiz Sultanov"],
    ["Həcər Babayeva", "Һәҹәр Бабајева", "Хаджар Бабаева", "Hajar Babayeva"],
    ["Mübariz Qasımov", "Мүбариз Гасымов", "Мубариз Касимов", "Mubariz Gasimov"],
    ["Ülviyyə Orucova", "Үлвијјә Оруҹова", "Ульвия Оруджева", "Ulviyya Orujova"],
    ["Əhməd Cavad", "Әһмәд Ҹавад", "Ахмед Джавад", "Ahmad Javad"],
    ["Mirzə Xəlilov", "Мирзә Хәлилов", "Мирза Халилов", "Mirza Khalilov"],
    ["Gülşən Vəliyeva", "Ҝүлшән Вәлијева", "Гюльшан Велиева", "Gulshan Valiyeva"],
    ["İbrahim Musayev", "Ибраһим Мусајев", "Ибрагим Мусаев", "Ibrahim Musayev"],
    ["Pərvanə Səmədova", "Пәрванә Сәмәдова", "Парвана Самедова", "Parvana Samadova"],
    ["Ağarəhim Hacıyev", "Ағарәһим Һаҹыјев", "Агарагим Гаджиев", "Agharahim Hajiyev"],
    ["Zərifə Budaqova", "Зәрифә Будагова", "Зарифа Будагова", "Zarifa Budagova"],
  ]

  /// Kazakh Cyrillic, Kazakh Latin of 2021, Russian, English.
  static let kazakh: [[String]] = [
    ["Нұрлан Ахметов", "Nūrlan Ahmetov", "Нурлан Ахметов", "Nurlan Akhmetov"],
    ["Ғалым Қасымов", "Ğalym Qasymov", "Галым Касымов", "Galym Kassymov"],
    ["Айгүл Сейітова", "Aigül Seıtova", "Айгуль Сеитова", "Aigul Seitova"],
    ["Жанар Оспанова", "Janar Ospanova", "Жанар Оспанова", "Zhanar Ospanova"],
    ["Қайрат Нұртас", "Qairat Nūrtas", "Кайрат Нуртас", "Kairat Nurtas"],
    ["Ерлан Әбдірахманов", "Erlan Äbdırahmanov", "Ерлан Абдрахманов", "Yerlan Abdrakhmanov"],
    ["Шынар Жұмабаева", "Şynar Jūmabaeva", "Шынар Жумабаева", "Shynar Zhumabayeva"],
    ["Бақытжан Сағынов", "Baqytjan Sağynov", "Бахытжан Сагинов", "Bakhytzhan Saginov"],
    ["Мұхтар Құлмұхамед", "Mūhtar Qūlmūhamed", "Мухтар Кулмухаммед", "Mukhtar Kulmukhammed"],
    ["Гүлнар Дәулетова", "Gülnar Däuletova", "Гульнара Даулетова", "Gulnara Dauletova"],
    ["Серік Үмбетов", "Serık Ümbetov", "Серик Умбетов", "Serik Umbetov"],
    ["Әсем Қожахметова", "Äsem Qojahmetova", "Асем Кожахметова", "Assem Kozhakhmetova"],
    ["Дәурен Төлегенов", "Däuren Tölegenov", "Даурен Тулегенов", "Dauren Tulegenov"],
    ["Жәнібек Керімбеков", "Jänıbek Kerımbekov", "Жанибек Керимбеков", "Zhanibek Kerimbekov"],
    ["Шолпан Мырзабекова", "Şolpan Myrzabekova", "Шолпан Мырзабекова", "Sholpan Myrzabekova"],
    ["Өмірзақ Шөкеев", "Ömırzaq Şökeev", "Умирзак Шукеев", "Umirzak Shukeyev"],
    ["Талғат Бекбосынов", "Talğat Bekbosynov", "Талгат Бекбосынов", "Talgat Bekbossynov"],
    ["Ләззат Тұрсынбекова", "Läzzat Tūrsynbekova", "Ляззат Турсунбекова", "Lyazzat Tursunbekova"],
    ["Иманғали Жұбанов", "İmanğali Jūbanov", "Имангали Жубанов", "Imangali Zhubanov"],
    ["Сәуле Қуанышева", "Säule Quanyşeva", "Сауле Куанышева", "Saule Kuanysheva"],
    ["Тоқтар Байжанов", "Toqtar Baijanov", "Токтар Байжанов", "Toktar Baizhanov"],
    ["Аружан Есенова", "Arujan Esenova", "Аружан Есенова", "Aruzhan Yessenova"],
    ["Шыңғыс Мұқанов", "Şyñğys Mūqanov", "Чингиз Муканов", "Chingiz Mukanov"],
    ["Қанат Исаев", "Qanat İsaev", "Канат Исаев", "Kanat Issayev"],
    ["Рақымжан Әлиев", "Raqymjan Äliev", "Рахимжан Алиев", "Rakhimzhan Aliyev"],
    ["Меруерт Түсіпбекова", "Meruert Tüsıpbekova", "Меруерт Тусупбекова", "Meruert Tusupbekova"],
    ["Бауыржан Момышев", "Bauyrjan Momyşev", "Бауржан Момышев", "Baurzhan Momyshev"],
    ["Құралай Нұрғалиева", "Qūralai Nūrğalieva", "Куралай Нургалиева", "Kuralay Nurgaliyeva"],
    ["Жүсіп Елеусізов", "Jüsıp Eleusızov", "Жусип Елеусизов", "Zhussip Yeleussizov"],
    ["Ақмарал Ержанова", "Aqmaral Erjanova", "Акмарал Ержанова", "Akmaral Yerzhanova"],
  ]

  /// For each two forms, there and back, how many of the names are the same.
  private static func count(_ names: [[String]]) -> (least: Int, faults: [String]) {
    let matcher = NameMatcher(MatchOptions())
    var least = names.count
    var faults: [String] = []
    for first in names[0].indices {
      for second in names[0].indices where first != second {
        var right = 0
        for forms in names {
          let match = matcher.match(forms[first], forms[second])
          if match.verdict == .same {
            right += 1
          } else {
            faults.append("\(forms[first]) ~ \(forms[second]): \(match.verdict) \(match.score)")
          }
        }
        least = min(least, right)
      }
    }
    return (least, faults)
  }

  /// How many of the names are the same in every two of their forms.
  private static func whole(_ names: [[String]]) -> Int {
    let matcher = NameMatcher(MatchOptions())
    return names.count { forms in
      forms.indices.allSatisfy { first in
        forms.indices.allSatisfy { second in
          matcher.match(forms[first], forms[second]).verdict == .same
        }
      }
    }
  }

  @Test func namesAreTheSameInAllTheirForms() {
    let counts = (Self.whole(Self.azerbaijani), Self.whole(Self.kazakh))
    print("names that are one in all four forms: \(counts) of 30")
    #expect(counts.0 >= 28)
    #expect(counts.1 >= 28)
  }

  @Test func azerbaijaniNamesAreTheSame() {
    let result = Self.count(Self.azerbaijani)
    print("Azerbaijani names in four forms: at least \(result.least) of 30 each way")
    #expect(Self.azerbaijani.count == 30)
    #expect(result.least >= 28, "\(result.faults)")
  }

  @Test func kazakhNamesAreTheSame() {
    let result = Self.count(Self.kazakh)
    print("Kazakh names in four forms: at least \(result.least) of 30 each way")
    #expect(Self.kazakh.count == 30)
    #expect(result.least >= 28, "\(result.faults)")
  }

  /// A form of one name is not taken for a form of another.
  @Test func otherNamesAreNot() {
    let matcher = NameMatcher(MatchOptions())
    for names in [Self.azerbaijani, Self.kazakh] {
      for (number, forms) in names.enumerated() {
        let other = names[(number + 1) % names.count]
        for (form, second) in zip(forms, other.reversed()) {
          #expect(matcher.match(form, second).verdict == .different, "\(form), \(second)")
        }
      }
    }
  }
}
