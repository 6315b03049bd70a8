// SPDX-License-Identifier: Apache-2.0
//
// What the tagger has to find, told in the plainest way: from every word of a
// text all sequences of words are looked up among the names', longest first,
// and what is found is gone over. Not thread-safe.

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;

final class Naive {
  private final Analyzer words;
  private final Set<List<String>> names = new HashSet<>();
  private int most;  // words of a name

  Naive(List<String> list, boolean folded) {
    words = Words.ofText(folded);
    for (String name : list) {
      List<String> of = letters(Words.list(words, name));
      if (!of.isEmpty()) names.add(of);
      most = Math.max(most, of.size());
    }
  }

  List<Engine.Hit> find(String text) {
    List<Words.Word> list = Words.list(words, text);
    List<String> all = letters(list);
    List<Engine.Hit> hits = new ArrayList<>();
    for (int at = 0; at < all.size();) {
      int count = Math.min(most, all.size() - at);
      while (count > 0 && !names.contains(all.subList(at, at + count))) --count;
      if (count > 0) {
        hits.add(new Engine.Hit(list.get(at).begin(),
            list.get(at + count - 1).end()));
      }
      at += Math.max(count, 1);
    }
    return hits;
  }

  static List<String> letters(List<Words.Word> words) {
    return words.stream().map(Words.Word::letters).collect(Collectors.toList());
  }

  // The first difference, as a line for people; empty where there is none.
  static String difference(String text, List<Engine.Hit> got,
      List<Engine.Hit> want) {
    if (got.equals(want)) return "";
    int at = 0;
    while (at < got.size() && at < want.size()
        && got.get(at).equals(want.get(at))) {
      ++at;
    }
    return got.size() + " hits, expected " + want.size()
        + "; first difference: found " + shown(text, got, at) + ", expected "
        + shown(text, want, at);
  }

  private static String shown(String text, List<Engine.Hit> hits, int at) {
    if (at >= hits.size()) return "nothing more";
    Engine.Hit hit = hits.get(at);
    return "\"" + text.substring(hit.begin(), hit.end()).replaceAll("\\s", " ")
        + "\" at " + hit.begin();
  }
}
