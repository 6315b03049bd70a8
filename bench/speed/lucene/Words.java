// SPDX-License-Identifier: Apache-2.0
//
// How a text is cut into words: by Lucene's StandardTokenizer (UAX #29; a Han
// character is a word), as they stand or folded by ICU (case, marks,
// compatibility; not Arabic letters, nor Han variants). Names are cut the same
// way, and their words joined to one term. Not thread-safe.

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.ConcatenateGraphFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

final class Words {
  // Places are characters of UTF-16.
  record Word(String letters, int begin, int end) {}

  private Words() {}

  static Analyzer ofText(boolean folded) {
    return analyzer(folded, false);
  }

  // One term of each name, as the tagger looks for it.
  static Analyzer joined(boolean folded) {
    return analyzer(folded, true);
  }

  static TokenStream stream(Analyzer analyzer, String text) {
    return analyzer.tokenStream("", new StringReader(text));
  }

  static List<Word> list(Analyzer analyzer, String text) {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = stream(analyzer, text)) {
      CharTermAttribute letters = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(new Word(letters.toString(), place.startOffset(),
            place.endOffset()));
      }
      stream.end();
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
    return words;
  }

  static String does(boolean folded) {
    return (folded ? "case and marks folded" : "exact")
        + ", its own words, longest, tokenizer included; ";
  }

  private static Analyzer analyzer(boolean folded, boolean joined) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer tokenizer = new StandardTokenizer();
        TokenStream stream = tokenizer;
        if (folded) {
          // Nothing is left of some words; the tagger takes no empty ones.
          stream = new LengthFilter(new ICUFoldingFilter(stream), 1,
              Integer.MAX_VALUE);
        }
        if (joined) {
          stream = new ConcatenateGraphFilter(stream,
              ConcatenateGraphFilter.DEFAULT_TOKEN_SEPARATOR, false,
              ConcatenateGraphFilter.DEFAULT_MAX_GRAPH_EXPANSIONS);
        }
        return new TokenStreamComponents(tokenizer, stream);
      }
    };
  }
}
