// SPDX-License-Identifier: Apache-2.0
//
// What is measured. Built once of the names; not thread-safe.

import java.io.IOException;
import java.util.List;

interface Engine {
  // A place in a text, in characters of UTF-16.
  record Hit(int begin, int end) {}

  // What naive searches find in a text: words of names in words of the text,
  // as they stand and folded, and names letter for letter at whole words.
  record Expected(List<Hit> exact, List<Hit> folded, List<Hit> whole) {}

  String name();

  String does();

  boolean folded();

  void build(List<String> names) throws IOException;

  // Bytes of what finds the names.
  long size();

  List<Hit> find(String text) throws IOException;

  // How what it finds differs from what a naive search finds; empty where it
  // does not.
  default String wrong(String text, Expected expected) throws IOException {
    return Naive.difference(text, find(text),
        folded() ? expected.folded : expected.exact);
  }

  // How far hits are not those of engines with other words.
  default String note(String text, Expected expected) throws IOException {
    return folded() ? "" : WholeWords.compared(find(text), expected.whole);
  }
}
