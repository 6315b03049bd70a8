// SPDX-License-Identifier: Apache-2.0
//
// What the tagger cannot be faster than: the words of a text, cut and folded,
// and none looked up. Not thread-safe.

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

final class Cutting implements Engine {
  private final boolean folded;
  private final Analyzer words;
  private long count;
  private long sum;  // of places, for they are wanted

  Cutting(boolean folded) {
    this.folded = folded;
    this.words = Words.ofText(folded);
  }

  @Override
  public String name() {
    return folded ? "Lucene words, folded" : "Lucene words";
  }

  @Override
  public String does() {
    return "cuts words" + (folded ? ", folds them" : "") + ", finds nothing";
  }

  @Override
  public boolean folded() {
    return folded;
  }

  @Override
  public void build(List<String> names) {}

  @Override
  public long size() {
    return 0;
  }

  @Override
  public List<Hit> find(String text) throws IOException {
    count = 0;
    sum = 0;
    try (TokenStream stream = Words.stream(words, text)) {
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        ++count;
        sum += place.startOffset();
      }
      stream.end();
    }
    return List.of();
  }

  @Override
  public String wrong(String text, Expected expected) throws IOException {
    find(text);
    List<Words.Word> list = Words.list(words, text);
    boolean same = count == list.size()
        && sum == list.stream().mapToLong(Words.Word::begin).sum();
    return same ? "" : "other words";
  }

  @Override
  public String note(String text, Expected expected) {
    return "";
  }
}
