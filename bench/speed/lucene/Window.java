// SPDX-License-Identifier: Apache-2.0
//
// The words of a stream from where a name may begin, read no further than they
// are asked for. Not thread-safe.

import java.io.IOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

final class Window {
  private static final int MOST = 1024;  // words; a power of two

  private final TokenStream stream;
  private final TermToBytesRefAttribute word;
  private final OffsetAttribute place;
  private final BytesRefBuilder[] letters = new BytesRefBuilder[MOST];
  private final int[] begins = new int[MOST];
  private final int[] ends = new int[MOST];
  private long first;
  private long read;
  private boolean open = true;

  Window(TokenStream stream) throws IOException {
    this.stream = stream;
    word = stream.addAttribute(TermToBytesRefAttribute.class);
    place = stream.addAttribute(OffsetAttribute.class);
    stream.reset();
  }

  // Whether there is a word so many words behind the first.
  boolean has(int at) throws IOException {
    if (at >= MOST) return false;
    while (open && read <= first + at) next();
    return read > first + at;
  }

  BytesRef letters(int at) {
    return letters[slot(first + at)].get();
  }

  int begin(int at) {
    return begins[slot(first + at)];
  }

  int end(int at) {
    return ends[slot(first + at)];
  }

  void drop(int count) {
    first += count;
  }

  private void next() throws IOException {
    if (!stream.incrementToken()) {
      stream.end();
      open = false;
      return;
    }
    int slot = slot(read++);
    if (letters[slot] == null) letters[slot] = new BytesRefBuilder();
    letters[slot].copyBytes(word.getBytesRef());
    begins[slot] = place.startOffset();
    ends[slot] = place.endOffset();
  }

  private static int slot(long number) {
    return (int) (number & (MOST - 1));
  }
}
