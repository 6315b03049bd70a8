// SPDX-License-Identifier: Apache-2.0
//
// Writes the page of the sample to standard output, for html_browser_test.sh.

#include <iostream>

#include "write/fixture.h"

int main() {
  std::string page;
  khitai::write_html(khitai::tests::small_lexicon(),
                     {khitai::tests::sample(), khitai::tests::sample()}, {},
                     &page);
  std::cout << page;
  return std::cout.good() ? 0 : 1;
}
