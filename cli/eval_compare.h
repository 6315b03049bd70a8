// SPDX-License-Identifier: Apache-2.0
//
// The comparing that `eval` does: documents annotated, or annotations read,
// and put beside their gold.

#ifndef KHITAI_CLI_EVAL_COMPARE_H_
#define KHITAI_CLI_EVAL_COMPARE_H_

#include <vector>

#include "cli/eval_tasks.h"
#include "write/evaluate.h"

namespace khitai::cli {

// Adds every document that can be compared, in order; what cannot is told.
// Works on all processors. Returns the exit code.
int compare_all(const EvalWish& wish, const EvalInput& input,
                const std::vector<EvalTask>& tasks,
                write::Evaluation* evaluation);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_EVAL_COMPARE_H_
