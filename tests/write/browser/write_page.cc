// SPDX-License-Identifier: Apache-2.0
//
// write_page [one]: writes the page of the sample, twice or once, to standard
// output, for the tests in a browser.

#include <iostream>

#include "write/fixture.h"

int main(int count, char**) {
  std::vector<khitai::Annotation> samples = {khitai::tests::sample()};
  if (count == 1) samples.push_back(samples.front());
  std::string page;
  khitai::write_html(khitai::tests::small_lexicon(), samples, {}, &page);
  std::cout << page;
  return std::cout.good() ? 0 : 1;
}
