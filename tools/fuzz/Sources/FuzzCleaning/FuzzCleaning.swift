import Tamga

// libFuzzer runs one input after the other on one thread; what is made once makes it a hundred times faster.
private nonisolated(unsafe) var cleaner = BulkNameCleaner()
private nonisolated(unsafe) var blocks = BlockCleaner()
private let friendly = NameCleaner()
private let decoders = TextEncoding.allCases.map { TextDecoder($0) }

/// One input of libFuzzer: whatever the bytes, cleaning ends, the bulk and the friendly face agree, and cleaning what
/// was cleaned changes nothing. A fault stops the process, which is how libFuzzer learns of it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCleaning(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let name = bytes.filter { $0 != 0x0A && $0 != 0x0D }
  var bulk = ByteBuffer()
  cleaner.clean(name.span, into: &bulk)
  let clean = friendly.clean(String(decoding: name, as: UTF8.self)).text
  precondition(bulk.array == Array(clean.utf8), "the bulk and the friendly face differ")
  let again = friendly.clean(clean).text
  precondition(Array(again.utf8) == Array(clean.utf8), "cleaning again changes the name")
  var block = ByteBuffer()
  _ = blocks.clean(bytes.span, into: &block)
  _ = LanguageDetector.shipped.detect(clean)
  var decoder = decoders[count % decoders.count]
  var decoded = ByteBuffer()
  let middle = count / 2
  decoder.decode(bytes.span.extracting(0..<middle), isLast: false, into: &decoded)
  decoder.decode(bytes.span.extracting(middle..<count), isLast: true, into: &decoded)
  precondition(decoded.withSpan { UTF8Check.isValid($0) }, "what was decoded is not UTF-8")
  _ = EncodingDetector.detect(bytes.span)
  return 0
}

/// libFuzzer’s driver: SwiftPM renames the entry point of an executable, so that libFuzzer’s own `main` is not found.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Where the program begins.
@_cdecl("FuzzCleaning_main")
public func beginFuzzing(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  var count = count
  var arguments = arguments
  return runDriver(&count, &arguments) { fuzzCleaning($0, $1) }
}
