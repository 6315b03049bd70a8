// SPDX-License-Identifier: Apache-2.0
//
// Measures Lucene's tagger, in rows as `speed` writes them.
//
//     java -cp ... Speed --engine KIND --names FILE --count N TEXT...
//
// KIND is tagger, direct, fst or words: one a process, for the compiler makes
// slower code of what has to serve several. N may be `lexicon`, all names. Of a
// text its beginning (column `bytes`). What is found in the first 200,000
// bytes is compared with what a naive search finds there. Time is that of the
// thread, best of five runs taken in turns after others that warm up the
// compiler; what it and the collector of garbage do in other threads is not
// counted. Texts are UTF-16 already, as Java has them.

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.lucene.util.Version;
import org.apache.solr.handler.tagger.Tagger;

public final class Speed {
  private static final int CHECKED = 200_000;
  private static final int MOST = 4_000_000;
  private static final int WARMING = 2;
  private static final int WARMING_NAMES = 10_000;
  private static final int RUNS = 5;

  private record Built(Engine engine, double seconds) {}

  private final PrintStream out =
      new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final List<Built> engines = new ArrayList<>();
  private final Naive exact;
  private final Naive folded;
  private final WholeWords whole;

  private Speed(String kind, List<String> names) throws IOException {
    for (boolean folding : new boolean[] {false, true}) {
      Engine engine = engine(kind, folding);
      engine(kind, folding).build(
          names.subList(0, Math.min(names.size(), WARMING_NAMES)));
      double begin = seconds();
      engine.build(names);
      engines.add(new Built(engine, seconds() - begin));
    }
    exact = new Naive(names, false);
    folded = new Naive(names, true);
    whole = new WholeWords(names);
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 7 || !arguments[0].equals("--engine")
        || !arguments[2].equals("--names") || !arguments[4].equals("--count")) {
      System.err.println("Usage: Speed --engine tagger|direct|fst|words"
          + " --names FILE --count N|lexicon TEXT...");
      System.exit(2);
    }
    String count = arguments[5];
    long most = count.equals("lexicon") ? Long.MAX_VALUE
                                        : Long.parseLong(count);
    List<String> names;
    try (var lines = Files.lines(Path.of(arguments[3]))) {
      names = lines.limit(most).collect(Collectors.toList());
    }
    Speed speed = new Speed(arguments[1], names);
    boolean right = true;
    for (int i = 6; i < arguments.length; ++i) {
      right &= speed.measure(count, Path.of(arguments[i]));
    }
    System.exit(right ? 0 : 1);
  }

  private static Engine engine(String kind, boolean folding) {
    return switch (kind) {
      case "tagger" -> new Tagging(false, folding);
      case "direct" -> new Tagging(true, folding);
      case "fst" -> new Walking(folding);
      case "words" -> new Cutting(folding);
      default -> throw new IllegalArgumentException("no engine " + kind);
    };
  }

  private static double seconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  // Of so many bytes at most, up to the end of a line.
  private static String beginning(byte[] text, int size) {
    int end = Math.min(text.length, size);
    while (end < text.length && end > 0 && text[end - 1] != '\n') --end;
    return new String(text, 0, end, StandardCharsets.UTF_8);
  }

  private boolean measure(String count, Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    String head = beginning(bytes, CHECKED);
    String text = beginning(bytes, MOST);
    Engine.Expected expected = new Engine.Expected(exact.find(head),
        folded.find(head), whole.find(head));
    double[] best = new double[engines.size()];
    int[] hits = new int[engines.size()];
    for (int run = -WARMING; run < RUNS; ++run) {
      for (int i = 0; i < best.length; ++i) {
        double begin = seconds();
        hits[i] = engines.get(i).engine.find(text).size();
        double took = seconds() - begin;
        if (run <= 0 || took < best[i]) best[i] = took;
      }
    }
    int size = text.getBytes(StandardCharsets.UTF_8).length;
    String start = String.join("\t", count,
        path.getFileName().toString().replaceAll("\\.txt$", ""),
        Integer.toString(size));
    boolean right = true;
    for (int i = 0; i < best.length; ++i) {
      Built built = engines.get(i);
      String wrong = built.engine.wrong(head, expected);
      right &= wrong.isEmpty();
      String figures = String.format(Locale.ROOT, "%.6f\t%.1f\t%d\t%.2f",
          best[i], size / 1e6 / best[i], hits[i], hits[i] * 1024.0 / size);
      write(built, start, wrong.isEmpty() ? figures : "\t\t\t",
          wrong.isEmpty() ? built.engine.note(head, expected)
                          : "WRONG: " + wrong);
    }
    return right;
  }

  private void write(Built built, String start, String figures, String note) {
    out.println(String.join("\t", built.engine.name(), version(),
        built.engine.does(), start, figures,
        String.format(Locale.ROOT, "%.3f\t%.1f", built.seconds,
            built.engine.size() / 1e6), note));
  }

  private static String version() {
    return Version.LATEST + ", Solr "
        + Tagger.class.getPackage().getImplementationVersion()
            .replaceAll(" .*", "");
  }
}
