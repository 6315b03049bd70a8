// SPDX-License-Identifier: Apache-2.0
//
// The text tagger of Lucene and Solr (once OpenSextant's SolrTextTagger), its
// own classes, without a server: names are indexed as its manual says, one term
// each; `Tagger` seeks in the terms from every word of the text. Of what
// overlaps the reducer below keeps what the other engines keep: from the left,
// the longest. Terms are kept either in an FST mapped into memory (the postings
// format FST50, which the manual asks for) or as arrays on the heap (Direct).

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Terms;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.IOUtils;
import org.apache.solr.handler.tagger.TagLL;
import org.apache.solr.handler.tagger.Tagger;

final class Tagging implements Engine {
  private static final String FIELD = "name";
  private static final int CACHED = 2000;  // as Solr has it

  private final boolean direct;
  private final boolean folded;
  private final Analyzer words;
  private Terms terms;
  private long size;

  Tagging(boolean direct, boolean folded) {
    this.direct = direct;
    this.folded = folded;
    this.words = Words.ofText(folded);
  }

  @Override
  public String name() {
    return "Lucene tagger" + (direct ? ", Direct" : "")
        + (folded ? ", folded" : "");
  }

  @Override
  public String does() {
    return Words.does(folded)
        + (direct ? "terms in arrays" : "terms in an FST");
  }

  @Override
  public boolean folded() {
    return folded;
  }

  @Override
  public void build(List<String> names) throws IOException {
    Path folder = Files.createTempDirectory("khitai-lucene");
    try {
      Directory directory = new MMapDirectory(folder);
      write(names, directory);
      open(directory);
    } finally {
      IOUtils.rm(folder);  // what is mapped stays
    }
  }

  private void write(List<String> names, Directory directory)
      throws IOException {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS);
    type.setOmitNorms(true);
    type.freeze();
    try (IndexWriter writer = new IndexWriter(directory, configuration())) {
      Field field = new Field(FIELD, "", type);
      Document document = new Document();
      document.add(field);
      for (String name : names) {
        field.setStringValue(name);
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  // In this thread alone, into one segment.
  private IndexWriterConfig configuration() {
    return new IndexWriterConfig(Words.joined(folded))
        .setRAMBufferSizeMB(512)
        .setUseCompoundFile(false)
        .setMergeScheduler(new SerialMergeScheduler())
        .setCodec(new Lucene912Codec() {
          @Override
          public PostingsFormat getPostingsFormatForField(String field) {
            return PostingsFormat.forName(format());
          }
        });
  }

  private String format() {
    return direct ? "Direct" : "FST50";
  }

  private void open(Directory directory) throws IOException {
    long before = direct ? heap() : 0;
    terms = DirectoryReader.open(directory).leaves().get(0).reader()
        .terms(FIELD);
    if (direct) {
      size = Math.max(0, heap() - before);
      return;
    }
    for (String file : directory.listAll()) {
      if (file.contains(format())) size += directory.fileLength(file);
    }
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory()
        - Runtime.getRuntime().freeMemory();
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public List<Hit> find(String text) throws IOException {
    List<Hit> hits = new ArrayList<>();
    try (TokenStream stream = Words.stream(words, text)) {
      Tagger tagger = new Tagger(terms, null, stream, Tagging::keepLongest,
          false, true) {
        @Override
        protected void tagCallback(int begin, int end, Object documents) {
          hits.add(new Hit(begin, end));
        }
      };
      tagger.enableDocIdsCache(CACHED);
      tagger.process();
    }
    return hits;
  }

  // Tags come by where they begin.
  private static void keepLongest(TagLL[] head) {
    TagLL kept = null;
    TagLL next;
    for (TagLL tag = head[0]; tag != null; tag = next) {
      next = tag.getNextTag();
      if (kept == null || tag.getStartOffset() >= kept.getEndOffset()) {
        kept = tag;
      } else if (tag.getStartOffset() == kept.getStartOffset()
          && tag.getEndOffset() > kept.getEndOffset()) {
        kept.removeLL();
        kept = tag;
      } else {
        tag.removeLL();
      }
    }
  }
}
