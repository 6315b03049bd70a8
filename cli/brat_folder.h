// SPDX-License-Identifier: Apache-2.0
//
// A folder for brat: NAME.ann and NAME.txt of each document, which brat needs
// side by side, and one annotation.conf.

#ifndef KHITAI_CLI_BRAT_FOLDER_H_
#define KHITAI_CLI_BRAT_FOLDER_H_

#include <memory>
#include <string>
#include <vector>

#include "cli/annotate_formats.h"
#include "khitai/annotate.h"
#include "khitai/result.h"

namespace khitai::cli {

// What is wrong with where the files would go; "" if nothing.
std::string brat_folder_problem(const AnnotateFormat& format,
                                const std::vector<std::string>& files,
                                const std::string& folder);

class BratFolder {
 public:
  // Makes the folder where there is none. An annotation.conf that is there is
  // left as it is: its owner may have changed it.
  static Result<std::unique_ptr<BratFolder>> make(const std::string& folder,
                                                  const AnnotateFormat& format,
                                                  const Lexicon& lexicon,
                                                  const WriteOptions& options);
  // Writes the files of one document.
  Status add(const Annotation& annotation) const;

 private:
  BratFolder(std::string folder, const AnnotateFormat& format,
             const Lexicon& lexicon, const WriteOptions& options)
      : folder_(std::move(folder)),
        format_(format),
        lexicon_(lexicon),
        options_(options) {}

  std::string folder_;
  const AnnotateFormat& format_;
  const Lexicon& lexicon_;
  const WriteOptions& options_;
};

}  // namespace khitai::cli

#endif  // KHITAI_CLI_BRAT_FOLDER_H_
