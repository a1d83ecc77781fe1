// Tamga's own view of the system's ICU.
//
// ICU renames its functions with macros (u_charType → u_charType_72), which Swift cannot import. These functions
// can be imported, and they compile against any ICU version. No ICU type but plain integers and opaque handles
// crosses this header; strings are UTF-16 for normalisation, transforms, breaks and converters, UTF-8 for case.
//
// Every function that may fail returns ICU's UErrorCode as an int32_t through `status` (0 and below: success).
#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ICU_BUFFER_OVERFLOW 15

// Versions and errors.
void icu_version(uint8_t version[4]);
void icu_unicode_version(uint8_t version[4]);
const char *icu_error_name(int32_t status);

// Character properties.
int32_t icu_general_category(int32_t scalar);
uint8_t icu_combining_class(int32_t scalar);
int32_t icu_to_lower(int32_t scalar);
int32_t icu_to_upper(int32_t scalar);
int32_t icu_to_title(int32_t scalar);
bool icu_is_whitespace(int32_t scalar);
bool icu_is_alphabetic(int32_t scalar);
bool icu_is_default_ignorable(int32_t scalar);
int32_t icu_script(int32_t scalar);
int32_t icu_script_from_name(const char *name);
const char *icu_script_name(int32_t script);
int32_t icu_character_name(int32_t scalar, char *buffer, int32_t capacity, int32_t *status);

// Normalisation. `form` is 0 NFC, 1 NFD, 2 NFKC, 3 NFKD. The handles are ICU's singletons: never closed, thread-safe.
const void *icu_normalizer(int32_t form, int32_t *status);
int32_t icu_normalize(const void *normalizer, const uint16_t *source, int32_t length, uint16_t *target,
                      int32_t capacity, int32_t *status);
bool icu_is_normalized(const void *normalizer, const uint16_t *source, int32_t length, int32_t *status);
bool icu_is_inert(const void *normalizer, int32_t scalar);
bool icu_has_boundary_before(const void *normalizer, int32_t scalar);
int32_t icu_compose_pair(const void *normalizer, int32_t first, int32_t second);
int32_t icu_decomposition(const void *normalizer, int32_t scalar, uint16_t *target, int32_t capacity,
                          int32_t *status);

// Case mapping on UTF-8, in a locale that is always named by the caller.
void *icu_case_map_open(const char *locale, int32_t *status);
void icu_case_map_close(void *map);
int32_t icu_case_map_lower(const void *map, const char *source, int32_t length, char *target, int32_t capacity,
                           int32_t *status);
int32_t icu_case_map_upper(const void *map, const char *source, int32_t length, char *target, int32_t capacity,
                           int32_t *status);
int32_t icu_case_map_fold(const void *map, const char *source, int32_t length, char *target, int32_t capacity,
                          int32_t *status);

// Transforms. `rules` may be null: then `identifier` names one of ICU's own. `line` and `offset` say where rules fail.
void *icu_transform_open(const uint16_t *identifier, int32_t identifierLength, const uint16_t *rules,
                         int32_t rulesLength, bool reverse, int32_t *line, int32_t *offset, int32_t *status);
void icu_transform_close(void *transform);
int32_t icu_transform_apply(const void *transform, uint16_t *text, int32_t length, int32_t capacity,
                            int32_t *status);

// Text boundaries. `kind` is 0 characters, 1 words, 2 lines, 3 sentences.
void *icu_break_open(int32_t kind, const char *locale, int32_t *status);
void icu_break_close(void *iterator);
void icu_break_set_text(void *iterator, const uint16_t *text, int32_t length, int32_t *status);
int32_t icu_break_next(void *iterator);
int32_t icu_break_rule_status(void *iterator);

// Charset detection: the name of the best guess (owned by the detector) and its confidence, 0 to 100.
void *icu_charset_detector_open(int32_t *status);
void icu_charset_detector_close(void *detector);
int32_t icu_charset_detect(void *detector, const char *bytes, int32_t length, int32_t maximum,
                           const char **names, int32_t *confidences, int32_t *status);

// Charset conversion, streaming: bytes that are not valid become U+FFFD and are counted.
void *icu_converter_open(const char *name, int32_t *status);
void icu_converter_close(void *converter);
const char *icu_converter_name(const void *converter, int32_t *status);
// Converts bytes to UTF-16; `consumed` says how many bytes were taken, `invalid` how many sequences were replaced.
int32_t icu_converter_decode(void *converter, const char *bytes, int32_t length, uint16_t *target,
                             int32_t capacity, bool flush, int32_t *consumed, int64_t *invalid,
                             int32_t *status);
int32_t icu_converter_encode(void *converter, const uint16_t *text, int32_t length, char *target,
                             int32_t capacity, int32_t *status);

#ifdef __cplusplus
}
#endif
#endif
