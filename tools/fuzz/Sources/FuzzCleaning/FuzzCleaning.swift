import Tamga

/// One input of libFuzzer: whatever the bytes, cleaning ends, the bulk and the friendly face agree, and cleaning what
/// was cleaned changes nothing. A fault stops the process, which is how libFuzzer learns of it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCleaning(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let name = bytes.filter { $0 != 0x0A && $0 != 0x0D }
  var bulk = ByteBuffer()
  var cleaner = BulkNameCleaner()
  cleaner.clean(name.span, into: &bulk)
  let clean = NameCleaner().clean(String(decoding: name, as: UTF8.self)).text
  precondition(bulk.array == Array(clean.utf8), "the bulk and the friendly face differ")
  let again = NameCleaner().clean(clean).text
  precondition(Array(again.utf8) == Array(clean.utf8), "cleaning again changes the name")
  var block = ByteBuffer()
  var blocks = BlockCleaner()
  _ = blocks.clean(bytes.span, into: &block)
  _ = LanguageDetector.shipped.detect(clean)
  let encoding = TextEncoding.allCases[count % TextEncoding.allCases.count]
  var decoder = TextDecoder(encoding)
  var decoded = ByteBuffer()
  let middle = count / 2
  decoder.decode(bytes.span.extracting(0..<middle), isLast: false, into: &decoded)
  decoder.decode(bytes.span.extracting(middle..<count), isLast: true, into: &decoded)
  precondition(decoded.withSpan { UTF8Check.isValid($0) }, "what was decoded is not UTF-8")
  _ = EncodingDetector.detect(bytes.span)
  return 0
}
