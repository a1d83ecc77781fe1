// The bytes of Lexicons/**, embedded at build time: nothing to find, nothing to lose when the binary moves.
#ifndef CLEXICONS_H
#define CLEXICONS_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  // Path below Lexicons/, such as "names/given-az.tsv".
  const char *path;
  const uint8_t *bytes;
  size_t length;
} tamga_lexicon;

// The embedded files are numbered from 0, sorted by path.
size_t tamga_lexicon_count(void);
const tamga_lexicon *tamga_lexicon_at(size_t index);

#endif
