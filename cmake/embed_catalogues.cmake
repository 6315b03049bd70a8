# SPDX-License-Identifier: Apache-2.0
#
# Writes OUT, a C++ file with the bytes of the message catalogues MO, which are
# called LANGUAGE.mo:
#
#   cmake -D OUT=FILE.cc -D "MO=a.mo;b.mo" -P embed_catalogues.cmake
set(arrays "")
set(rows "")
set(count 0)
foreach(file IN LISTS MO)
  get_filename_component(language ${file} NAME_WE)
  file(READ ${file} hex HEX)
  string(LENGTH "${hex}" size)
  math(EXPR size "${size} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(APPEND arrays
    "constexpr unsigned char kBytes${count}[] = {${bytes}};\n")
  string(APPEND rows "    {\"${language}\", {reinterpret_cast<const char*>("
    "kBytes${count}), ${size}}},\n")
  math(EXPR count "${count} + 1")
endforeach()
if(count EQUAL 0)
  set(body "std::span<const EmbeddedCatalogue> embedded_catalogues() {
  return {};
}\n")
else()
  set(body "std::span<const EmbeddedCatalogue> embedded_catalogues() {
  static const EmbeddedCatalogue kAll[] = {\n${rows}  };
  return kAll;
}\n")
endif()
file(WRITE ${OUT} "// Made by cmake/embed_catalogues.cmake.
#include \"cli/catalogues.h\"

namespace khitai::cli {
namespace {
${arrays}}  // namespace

${body}
}  // namespace khitai::cli\n")
