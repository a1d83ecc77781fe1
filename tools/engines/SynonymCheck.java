import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Loads a file of synonyms with Lucene's own parser, and looks names up in it: RULES PAIRS, a pair a line with a tab. */
public final class SynonymCheck {
  private static Analyzer whole() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokenizer = new KeywordTokenizer();
        return new TokenStreamComponents(tokenizer, new LowerCaseFilter(tokenizer));
      }
    };
  }

  private static SynonymMap load(Path rules, Analyzer analyzer) throws Exception {
    SolrSynonymParser parser = new SolrSynonymParser(true, true, analyzer);
    try (Reader reader = Files.newBufferedReader(rules, StandardCharsets.UTF_8)) {
      parser.parse(reader);
    }
    return parser.build();
  }

  private static Set<String> expand(String name, Analyzer analyzer, SynonymMap map)
      throws Exception {
    Set<String> terms = new TreeSet<>();
    try (TokenStream stream =
        new SynonymGraphFilter(analyzer.tokenStream("name", name), map, true)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) terms.add(term.toString());
      stream.end();
    }
    return terms;
  }

  /** Small letters as Lucene makes them: code point by code point. */
  private static String lower(String name) {
    StringBuilder result = new StringBuilder();
    name.codePoints().forEach(c -> result.appendCodePoint(Character.toLowerCase(c)));
    return result.toString();
  }

  public static void main(String[] arguments) throws Exception {
    Path rules = Path.of(arguments[0]);
    // As words, the way search engines are usually set up.
    load(rules, new StandardAnalyzer());
    // As whole names: what is looked up must come out exactly.
    Analyzer whole = whole();
    SynonymMap map = load(rules, whole);
    List<String> pairs = Files.readAllLines(Path.of(arguments[1]), StandardCharsets.UTF_8);
    int found = 0;
    for (String pair : pairs) {
      String[] names = pair.split("\t", -1);
      Set<String> terms = expand(names[0], whole, map);
      if (terms.contains(lower(names[1]))) {
        found++;
      } else {
        System.err.println("not found: " + names[0] + " -> " + names[1] + ", but " + terms);
      }
    }
    System.out.println(found + " of " + pairs.size() + " pairs");
    if (found < pairs.size() || pairs.isEmpty()) System.exit(1);
  }
}
