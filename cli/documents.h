// SPDX-License-Identifier: Apache-2.0
//
// Documents that commands are given by path.

#ifndef KHITAI_CLI_DOCUMENTS_H_
#define KHITAI_CLI_DOCUMENTS_H_

#include <string>

#include "khitai/annotate.h"
#include "khitai/lexicon.h"
#include "khitai/result.h"

namespace khitai::cli {

// Reads the file at `path` ("-" is standard input) and annotates it. An error
// names the path, what is wrong and what to do.
Result<Annotation> annotate_path(const Lexicon& lexicon,
                                 const std::string& path,
                                 const AnnotateOptions& options);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_DOCUMENTS_H_
