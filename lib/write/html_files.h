// SPDX-License-Identifier: Apache-2.0
//
// The files of html/ that a page carries, embedded by html/embed.cmake.

#ifndef KHITAI_WRITE_HTML_FILES_H_
#define KHITAI_WRITE_HTML_FILES_H_

#include <string_view>

namespace khitai::write {

std::string_view page_css();
std::string_view page_js();
std::string_view picture_css();  // of a page with a picture (pictures/)

}  // namespace khitai::write

#endif  // KHITAI_WRITE_HTML_FILES_H_
