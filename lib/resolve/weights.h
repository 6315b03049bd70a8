// SPDX-License-Identifier: Apache-2.0
//
// What each feature adds to a candidate's log-odds against "none of these".
// Set by hand on the repository's own texts (corpora/, not corpora/held);
// docs/accuracy.md says how well they do and with which command.

#ifndef KHITAI_RESOLVE_WEIGHTS_H_
#define KHITAI_RESOLVE_WEIGHTS_H_

namespace khitai::resolve {

struct Weights {
  double met = 1.4;           // its spelling is in the lexicon
  double attested = 1.0;      // ... and a source has it
  double generated = 0.4;     // ... or a rule made it
  double lower_case = -4.5;   // ... or a capital of a proper name is missing
  double lower_cases = -2.0;  // ... of several words
  double weak = -0.8;         // ... or marked `part` or `cue`
  double bearers = -0.4;      // a given name alone: per binary digit of its
  double bearers_most = -2;   // bearers
  double label = 0.3;         // ... or it is the preferred form
  double main_name = 0.5;     // the name is the entity's main one
  double likely = -0.2;       // certainty of form, sense or entity
  double possible = -2.0;
  double language = 0.4;  // form is of the text's language
  double other_language = -0.4;
  double known = 0.18;  // per binary digit of the entity's relations
  double known_most = 0.9;
  double year_inside = 1.2;     // the nearest year lies in its lifetime
  double century_inside = 0.6;  // ... or a century that is spoken of meets it
  double year_outside = -0.6;   // it lies outside
  double year_each = -0.012;    // ... and per year of distance
  double year_most = -2.5;
  double used_then = 0.3;     // the name was used for it at the time
  double used_each = -0.004;  // ... or not, per year of distance
  double used_most = -0.8;
  double life_both = 3.0;       // both dates of a heading are the entity's
  double life_one = 1.8;        // one of them is, the other is not known
  double parallel = 2.0;        // the name in another script may mean it, too
  double parallel_near = 1.0;   // ... by a spelling that is near
  double cue = 1.6;             // a word beside the name calls for its type
  double cue_other = -0.8;      // ... for another type
  double present = 1.5;         // named in the text by another form, near
  double elsewhere = 0.7;       // its spelling means it elsewhere in the text:
  double elsewhere_most = 1.4;  // per binary digit of how often
  double otherwise = 0.5;       // another spelling does
  double related = 0.6;         // per related entity named near
  double related_most = 1.8;
  double neighbour = 1.5;  // one of them just before the name
};
inline constexpr Weights kWeights;

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_WEIGHTS_H_
