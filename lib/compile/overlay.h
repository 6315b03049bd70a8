// SPDX-License-Identifier: Apache-2.0
//
// Folders and tables of a user's own, laid over the shipped lexicon: what a
// later one says of a thing counts, and the earlier row of it is dropped.

#ifndef KHITAI_COMPILE_OVERLAY_H_
#define KHITAI_COMPILE_OVERLAY_H_

#include <vector>

#include "compile/tables.h"

namespace khitai::compile {

// Drops the rows that a later layer overrides. A layer is a folder, or a table
// of names; tables of names lie above all folders, in the order they were read.
// Two rows speak of one thing when they agree in
//
//   entities, names, sources   id
//   forms                      name, form, and a language: the earlier row
//                              keeps the languages that the later one lacks;
//                              `mul` stands for all
//   senses                     name, entity, kind, form
//   relations                  subject, relation, object
//   links                      from, to, type
//   blocks                     form, lang
//   distinct                   form, a, b
//   places                     entity
//   parts, dates, same_as      all that identifies a row
//
// so that a form with `use=never` forbids a spelling. A type other than the one
// below is a problem. Rules (conventions/, morphology/ ...) are only joined.
// Cost: linear in rows; nothing is kept of the topmost layer.
void lay_over(Tables* tables, std::vector<Problem>* problems);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_OVERLAY_H_
