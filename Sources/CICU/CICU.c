#include "CICU.h"

#include <stddef.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

_Static_assert(ICU_BUFFER_OVERFLOW == U_BUFFER_OVERFLOW_ERROR, "ICU's overflow code");
_Static_assert(sizeof(UChar) == sizeof(uint16_t), "UTF-16 code units");

// An error code of our caller's, as ICU's own type.
static UErrorCode enter(int32_t *status) { return *status > 0 ? (UErrorCode)*status : U_ZERO_ERROR; }

void icu_version(uint8_t version[4]) { u_getVersion(version); }
void icu_unicode_version(uint8_t version[4]) { u_getUnicodeVersion(version); }
const char *icu_error_name(int32_t status) { return u_errorName((UErrorCode)status); }

int32_t icu_general_category(int32_t scalar) { return u_charType(scalar); }
uint8_t icu_combining_class(int32_t scalar) { return u_getCombiningClass(scalar); }
int32_t icu_to_lower(int32_t scalar) { return u_tolower(scalar); }
int32_t icu_to_upper(int32_t scalar) { return u_toupper(scalar); }
int32_t icu_to_title(int32_t scalar) { return u_totitle(scalar); }
bool icu_is_whitespace(int32_t scalar) { return u_isUWhiteSpace(scalar); }
bool icu_is_alphabetic(int32_t scalar) { return u_isUAlphabetic(scalar); }
bool icu_is_default_ignorable(int32_t scalar) {
  return u_hasBinaryProperty(scalar, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

int32_t icu_script(int32_t scalar) {
  UErrorCode code = U_ZERO_ERROR;
  return uscript_getScript(scalar, &code);
}

int32_t icu_script_from_name(const char *name) {
  UErrorCode code = U_ZERO_ERROR;
  UScriptCode script = USCRIPT_INVALID_CODE;
  return uscript_getCode(name, &script, 1, &code) == 1 ? (int32_t)script : -1;
}

const char *icu_script_name(int32_t script) { return uscript_getShortName((UScriptCode)script); }

int32_t icu_character_name(int32_t scalar, char *buffer, int32_t capacity, int32_t *status) {
  UErrorCode code = enter(status);
  int32_t length = u_charName(scalar, U_EXTENDED_CHAR_NAME, buffer, capacity, &code);
  *status = code;
  return length;
}

const void *icu_normalizer(int32_t form, int32_t *status) {
  UErrorCode code = enter(status);
  const UNormalizer2 *normalizer = NULL;
  switch (form) {
  case 0: normalizer = unorm2_getNFCInstance(&code); break;
  case 1: normalizer = unorm2_getNFDInstance(&code); break;
  case 2: normalizer = unorm2_getNFKCInstance(&code); break;
  case 3: normalizer = unorm2_getNFKDInstance(&code); break;
  default: code = U_ILLEGAL_ARGUMENT_ERROR;
  }
  *status = code;
  return normalizer;
}

int32_t icu_normalize(const void *normalizer, const uint16_t *source, int32_t length, uint16_t *target,
                      int32_t capacity, int32_t *status) {
  UErrorCode code = enter(status);
  int32_t result = unorm2_normalize(normalizer, (const UChar *)source, length, (UChar *)target, capacity, &code);
  *status = code;
  return result;
}

bool icu_is_normalized(const void *normalizer, const uint16_t *source, int32_t length, int32_t *status) {
  UErrorCode code = enter(status);
  UBool result = unorm2_isNormalized(normalizer, (const UChar *)source, length, &code);
  *status = code;
  return result;
}

bool icu_is_inert(const void *normalizer, int32_t scalar) { return unorm2_isInert(normalizer, scalar); }

bool icu_has_boundary_before(const void *normalizer, int32_t scalar) {
  return unorm2_hasBoundaryBefore(normalizer, scalar);
}

int32_t icu_compose_pair(const void *normalizer, int32_t first, int32_t second) {
  return unorm2_composePair(normalizer, first, second);
}

int32_t icu_decomposition(const void *normalizer, int32_t scalar, uint16_t *target, int32_t capacity,
                          int32_t *status) {
  UErrorCode code = enter(status);
  int32_t length = unorm2_getRawDecomposition(normalizer, scalar, (UChar *)target, capacity, &code);
  *status = code;
  return length;
}

void *icu_case_map_open(const char *locale, int32_t *status) {
  UErrorCode code = enter(status);
  UCaseMap *map = ucasemap_open(locale, 0, &code);
  *status = code;
  return map;
}

void icu_case_map_close(void *map) { ucasemap_close(map); }

int32_t icu_case_map_lower(const void *map, const char *source, int32_t length, char *target, int32_t capacity,
                           int32_t *status) {
  UErrorCode code = enter(status);
  int32_t result = ucasemap_utf8ToLower(map, target, capacity, source, length, &code);
  *status = code;
  return result;
}

int32_t icu_case_map_upper(const void *map, const char *source, int32_t length, char *target, int32_t capacity,
                           int32_t *status) {
  UErrorCode code = enter(status);
  int32_t result = ucasemap_utf8ToUpper(map, target, capacity, source, length, &code);
  *status = code;
  return result;
}

int32_t icu_case_map_fold(const void *map, const char *source, int32_t length, char *target, int32_t capacity,
                          int32_t *status) {
  UErrorCode code = enter(status);
  int32_t result = ucasemap_utf8FoldCase(map, target, capacity, source, length, &code);
  *status = code;
  return result;
}

void *icu_transform_open(const uint16_t *identifier, int32_t identifierLength, const uint16_t *rules,
                         int32_t rulesLength, bool reverse, int32_t *line, int32_t *offset, int32_t *status) {
  UErrorCode code = enter(status);
  UParseError where = {0};
  UTransliterator *transform =
      utrans_openU((const UChar *)identifier, identifierLength, reverse ? UTRANS_REVERSE : UTRANS_FORWARD,
                   (const UChar *)rules, rulesLength, &where, &code);
  *line = where.line;
  *offset = where.offset;
  *status = code;
  return transform;
}

void icu_transform_close(void *transform) { utrans_close(transform); }

int32_t icu_transform_apply(const void *transform, uint16_t *text, int32_t length, int32_t capacity,
                            int32_t *status) {
  UErrorCode code = enter(status);
  int32_t result = length;
  int32_t limit = length;
  utrans_transUChars(transform, (UChar *)text, &result, capacity, 0, &limit, &code);
  *status = code;
  return result;
}

void *icu_break_open(int32_t kind, const char *locale, int32_t *status) {
  static const UBreakIteratorType types[] = {UBRK_CHARACTER, UBRK_WORD, UBRK_LINE, UBRK_SENTENCE};
  UErrorCode code = enter(status);
  UBreakIterator *iterator = ubrk_open(types[kind & 3], locale, NULL, 0, &code);
  *status = code;
  return iterator;
}

void icu_break_close(void *iterator) { ubrk_close(iterator); }

void icu_break_set_text(void *iterator, const uint16_t *text, int32_t length, int32_t *status) {
  UErrorCode code = enter(status);
  ubrk_setText(iterator, (const UChar *)text, length, &code);
  *status = code;
}

int32_t icu_break_next(void *iterator) { return ubrk_next(iterator); }
int32_t icu_break_rule_status(void *iterator) { return ubrk_getRuleStatus(iterator); }

void *icu_charset_detector_open(int32_t *status) {
  UErrorCode code = enter(status);
  UCharsetDetector *detector = ucsdet_open(&code);
  *status = code;
  return detector;
}

void icu_charset_detector_close(void *detector) { ucsdet_close(detector); }

int32_t icu_charset_detect(void *detector, const char *bytes, int32_t length, int32_t maximum,
                           const char **names, int32_t *confidences, int32_t *status) {
  UErrorCode code = enter(status);
  int32_t found = 0;
  ucsdet_setText(detector, bytes, length, &code);
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &found, &code);
  int32_t count = 0;
  for (int32_t i = 0; U_SUCCESS(code) && i < found && i < maximum; i++) {
    names[count] = ucsdet_getName(matches[i], &code);
    confidences[count] = ucsdet_getConfidence(matches[i], &code);
    count += U_SUCCESS(code) ? 1 : 0;
  }
  *status = code;
  return count;
}

// A converter together with the count its callback keeps.
typedef struct {
  UConverter *converter;
  int64_t invalid;
} Converter;

static void countInvalid(const void *context, UConverterToUnicodeArgs *args, const char *bytes, int32_t length,
                         UConverterCallbackReason reason, UErrorCode *code) {
  if (reason == UCNV_UNASSIGNED || reason == UCNV_ILLEGAL || reason == UCNV_IRREGULAR) {
    ((Converter *)(uintptr_t)context)->invalid += 1;
  }
  UCNV_TO_U_CALLBACK_SUBSTITUTE(NULL, args, bytes, length, reason, code);
}

void *icu_converter_open(const char *name, int32_t *status) {
  UErrorCode code = enter(status);
  UConverter *inner = ucnv_open(name, &code);
  Converter *converter = NULL;
  if (U_SUCCESS(code)) {
    converter = __builtin_malloc(sizeof(Converter));
    if (converter == NULL) {
      ucnv_close(inner);
      code = U_MEMORY_ALLOCATION_ERROR;
    } else {
      *converter = (Converter){inner, 0};
      UConverterToUCallback old = NULL;
      const void *oldContext = NULL;
      ucnv_setToUCallBack(inner, countInvalid, converter, &old, &oldContext, &code);
    }
  }
  *status = code;
  return converter;
}

void icu_converter_close(void *converter) {
  if (converter == NULL) return;
  ucnv_close(((Converter *)converter)->converter);
  __builtin_free(converter);
}

const char *icu_converter_name(const void *converter, int32_t *status) {
  UErrorCode code = enter(status);
  const char *name = ucnv_getName(((const Converter *)converter)->converter, &code);
  *status = code;
  return name;
}

int32_t icu_converter_decode(void *handle, const char *bytes, int32_t length, uint16_t *target,
                             int32_t capacity, bool flush, int32_t *consumed, int64_t *invalid,
                             int32_t *status) {
  Converter *converter = handle;
  UErrorCode code = enter(status);
  const char *source = bytes;
  UChar *out = (UChar *)target;
  converter->invalid = 0;
  ucnv_toUnicode(converter->converter, &out, out + capacity, &source, bytes + length, NULL, flush, &code);
  *consumed = (int32_t)(source - bytes);
  *invalid = converter->invalid;
  *status = code;
  return (int32_t)(out - (UChar *)target);
}

int32_t icu_converter_encode(void *handle, const uint16_t *text, int32_t length, char *target, int32_t capacity,
                             int32_t *status) {
  UErrorCode code = enter(status);
  int32_t result = ucnv_fromUChars(((Converter *)handle)->converter, target, capacity, (const UChar *)text,
                                   length, &code);
  *status = code;
  return result;
}
