// SPDX-License-Identifier: Apache-2.0
//
// Names letter for letter at whole words, the longest from the left, as the
// hash map among the other engines has to find them: two characters of at most
// two bytes of UTF-8, neither ASCII but letter and digit, are of one word.
// Tells how far other words lead to other hits. Slow. Not thread-safe.

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

final class WholeWords {
  private final Set<String> names;
  private final Set<Character> beginnings = new HashSet<>();
  private final Set<Integer> lengths = new TreeSet<>((a, b) -> b - a);

  WholeWords(List<String> list) {
    names = new HashSet<>(list);
    for (String name : list) {
      lengths.add(name.length());
      beginnings.add(name.charAt(0));
    }
  }

  static String compared(List<Engine.Hit> hits, List<Engine.Hit> whole) {
    Set<Engine.Hit> own = new HashSet<>(hits);
    long both = whole.stream().filter(own::contains).count();
    if (both == whole.size() && both == hits.size()) return "";
    return "of " + whole.size() + " hits at whole words "
        + (whole.size() - both) + " missed, " + (hits.size() - both)
        + " others: words are UAX #29's, and what parts them is passed over";
  }

  List<Engine.Hit> find(String text) {
    List<Engine.Hit> hits = new ArrayList<>();
    for (int at = 0; at < text.length();) {
      int length = 0;
      if (!within(text, at) && beginnings.contains(text.charAt(at))) {
        length = longest(text, at);
      }
      if (length > 0) hits.add(new Engine.Hit(at, at + length));
      at += Math.max(length, 1);
    }
    return hits;
  }

  private int longest(String text, int at) {
    for (int length : lengths) {
      if (at + length <= text.length() && !within(text, at + length)
          && names.contains(text.substring(at, at + length))) {
        return length;
      }
    }
    return 0;
  }

  private static boolean within(String text, int at) {
    return at > 0 && at < text.length() && ofWord(text.charAt(at - 1))
        && ofWord(text.charAt(at));
  }

  private static boolean ofWord(char letter) {
    return letter >= '0' && letter <= '9' || letter >= 'A' && letter <= 'Z'
        || letter >= 'a' && letter <= 'z' || letter >= 0x80 && letter < 0x800;
  }
}
