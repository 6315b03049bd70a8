// SPDX-License-Identifier: Apache-2.0
//
// Lucene's FST, walked from every word of the text by the code below, not by
// the tagger's: byte by byte along arcs, no further than they go, where the
// tagger seeks the next term of all. What the same automaton can do at best.
// Each term has a number, which is read where a name ends. The FST is on the
// heap. Not thread-safe.

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ConcatenateGraphFilter;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IntsRefBuilder;
import org.apache.lucene.util.fst.FST;
import org.apache.lucene.util.fst.FSTCompiler;
import org.apache.lucene.util.fst.PositiveIntOutputs;
import org.apache.lucene.util.fst.Util;

final class Walking implements Engine {
  private static final int BETWEEN = ConcatenateGraphFilter.SEP_LABEL;

  private final boolean folded;
  private final Analyzer words;
  private final FST.Arc<Long> arc = new FST.Arc<>();
  private FST<Long> fst;
  private FST.BytesReader reader;
  private long sum;  // of numbers of names, for they are wanted

  Walking(boolean folded) {
    this.folded = folded;
    this.words = Words.ofText(folded);
  }

  @Override
  public String name() {
    return "Lucene FST" + (folded ? ", folded" : "");
  }

  @Override
  public String does() {
    return Words.does(folded) + "FST walked by this bench";
  }

  @Override
  public boolean folded() {
    return folded;
  }

  @Override
  public void build(List<String> names) throws IOException {
    TreeSet<BytesRef> terms = new TreeSet<>();
    for (String name : names) {
      List<String> of = Naive.letters(Words.list(words, name));
      if (of.isEmpty()) continue;
      terms.add(new BytesRef(String.join(Character.toString(BETWEEN), of)));
    }
    FSTCompiler<Long> compiler = new FSTCompiler.Builder<>(
        FST.INPUT_TYPE.BYTE1, PositiveIntOutputs.getSingleton()).build();
    IntsRefBuilder room = new IntsRefBuilder();
    long number = 0;
    for (BytesRef term : terms) {
      compiler.add(Util.toIntsRef(term, room), number++);
    }
    fst = FST.fromFSTReader(compiler.compile(), compiler.getFSTReader());
    reader = fst.getBytesReader();
  }

  @Override
  public long size() {
    return fst.ramBytesUsed();
  }

  @Override
  public List<Hit> find(String text) throws IOException {
    List<Hit> hits = new ArrayList<>();
    try (TokenStream stream = Words.stream(words, text)) {
      Window window = new Window(stream);
      while (window.has(0)) {
        int count = longest(window);
        if (count > 0) {
          hits.add(new Hit(window.begin(0), window.end(count - 1)));
        }
        window.drop(Math.max(count, 1));
      }
    }
    return hits;
  }

  // Words of the longest name that begins with the window; 0 if none does.
  private int longest(Window window) throws IOException {
    fst.getFirstArc(arc);
    long number = 0;
    int found = 0;
    for (int count = 0; window.has(count); ++count) {
      if (count > 0) {
        if (fst.findTargetArc(BETWEEN, arc, arc, reader) == null) break;
        number += arc.output();
      }
      BytesRef word = window.letters(count);
      int at = 0;
      while (at < word.length && fst.findTargetArc(
                 word.bytes[word.offset + at] & 0xFF, arc, arc, reader)
              != null) {
        number += arc.output();
        ++at;
      }
      if (at < word.length) break;
      if (arc.isFinal()) {
        found = count + 1;
        sum += number + arc.nextFinalOutput();
      }
    }
    return found;
  }
}
