/* SPDX-License-Identifier: Apache-2.0
 *
 * The matchers in rust/, which find names byte for byte, leftmost-longest.
 * Texts and names are valid UTF-8, less than 4 GiB. What is built may be
 * scanned with by several threads.
 */
#ifndef KHITAI_BENCH_SPEED_RIVALS_H_
#define KHITAI_BENCH_SPEED_RIVALS_H_

#include <cstddef>
#include <cstdint>

extern "C" {

enum RivalKind : uint32_t {
  kCharwise = 0, /* daachorse, by code points */
  kLaidOut = 1,  /* the same, its memory laid out for texts like the sample */
  kBytewise = 2, /* daachorse, by bytes */
  kAhoNfa = 3,   /* aho-corasick, contiguous NFA */
  kAhoDfa = 4,   /* aho-corasick, DFA */
  kFst = 5       /* fst: only its version, rival_fst_build builds it */
};

struct Rival;
struct RivalBytes {
  const char* data;
  size_t size;
};
struct RivalHit {
  uint32_t begin, end; /* bytes */
  uint32_t name;       /* its number in the list */
};

/* Null where the matcher cannot be built. Free it with rival_free. */
Rival* rival_build(uint32_t kind, const RivalBytes* names, size_t count,
                   RivalBytes sample);
void rival_free(Rival* rival);
size_t rival_count(const Rival* rival, RivalBytes text);
void rival_each(const Rival* rival, RivalBytes text,
                void (*visit)(void* data, RivalHit hit), void* data);
/* The library's name and version. */
const char* rival_version(uint32_t kind);

struct RivalFst;
/* Names in byte order, each once, with their numbers. Null where it cannot be
 * built. Free it with rival_fst_free. */
RivalFst* rival_fst_build(const RivalBytes* names, const uint32_t* numbers,
                          size_t count);
void rival_fst_free(RivalFst* fst);
size_t rival_fst_size(const RivalFst* fst); /* bytes */
/* Those that it takes to be within so many edits of the query. */
void rival_fst_near(const RivalFst* fst, RivalBytes query, uint32_t edits,
                    void (*tell)(void* data, uint32_t number), void* data);
}

#endif /* KHITAI_BENCH_SPEED_RIVALS_H_ */
