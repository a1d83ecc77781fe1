internal import TamgaResolution
internal import TamgaText

/// A script for `psql`: three tables and the words, filled by `COPY`, and a text-search configuration over them.
struct PostgresWriter: EntityWriter {
  private var words = WordSynonyms()

  var passes: Int { 3 }

  func head(_ pass: Int) -> String {
    switch pass {
    case 0:
      """
      -- Load with: psql --set ON_ERROR_STOP=1 --file names.sql
      BEGIN;
      CREATE SCHEMA IF NOT EXISTS tamga;
      DROP TABLE IF EXISTS tamga.spelling, tamga.form, tamga.entity, tamga.synonym;
      CREATE TABLE tamga.entity (
        id text PRIMARY KEY, type text NOT NULL, canonical text NOT NULL,
        canonical_language text, parts jsonb NOT NULL
      );
      CREATE TABLE tamga.form (
        entity text NOT NULL REFERENCES tamga.entity, language text NOT NULL, form text NOT NULL,
        status text NOT NULL, scheme text, PRIMARY KEY (entity, language)
      );
      CREATE TABLE tamga.spelling (
        entity text NOT NULL REFERENCES tamga.entity, name text NOT NULL, language text,
        script text NOT NULL, count integer NOT NULL, score real NOT NULL, sources text[] NOT NULL
      );
      CREATE TABLE tamga.synonym (word text PRIMARY KEY, lexeme text NOT NULL);
      COPY tamga.entity (id, type, canonical, canonical_language, parts) FROM stdin;

      """
    case 1: "COPY tamga.form (entity, language, form, status, scheme) FROM stdin;\n"
    default:
      "COPY tamga.spelling (entity, name, language, script, count, score, sources) FROM stdin;\n"
    }
  }

  mutating func text(_ entity: Entity, _ pass: Int) -> String {
    switch pass {
    case 0:
      return Self.line([
        entity.id, entity.type.rawValue, entity.canonical, entity.canonicalLanguage?.rawValue,
        JSONText.parts(entity.parts) ?? "{}",
      ])
    case 1:
      return entity.forms.map { form in
        Self.line([
          entity.id, form.language.rawValue, form.form, form.status.rawValue,
          form.scheme.isEmpty ? nil : form.scheme,
        ])
      }.joined()
    default:
      words.add(entity)
      return entity.variants.map { variant in
        Self.line([
          entity.id, variant.name, variant.language?.rawValue, variant.script.code,
          String(variant.count), JSONText.score(IndexRows.score(variant.score)),
          Self.array(variant.sources),
        ])
      }.joined()
    }
  }

  func tail(_ pass: Int) -> String {
    guard pass == passes - 1 else { return "\\.\n" }
    let synonyms = words.pairs.map { Self.line([$0.word, $0.lexeme]) }.joined()
    return """
      \\.
      COPY tamga.synonym (word, lexeme) FROM stdin;
      \(synonyms)\\.
      CREATE INDEX ON tamga.spelling (name);
      CREATE INDEX ON tamga.spelling (entity);
      CREATE INDEX ON tamga.spelling USING gin (to_tsvector('simple', name));
      -- A synonym dictionary is read from the server's folder of text-search files: copy there the file tamga.syn that
      -- "tamga index export --as postgres --output FILE" writes beside FILE ($(pg_config --sharedir)/tsearch_data), or
      -- make it with: \\copy (SELECT word || ' ' || lexeme FROM tamga.synonym) TO 'tamga.syn'
      DO $tamga$
      BEGIN
        DROP TEXT SEARCH CONFIGURATION IF EXISTS tamga.names;
        DROP TEXT SEARCH DICTIONARY IF EXISTS tamga.synonyms;
        CREATE TEXT SEARCH DICTIONARY tamga.synonyms (
          TEMPLATE = pg_catalog.synonym, SYNONYMS = tamga
        );
        CREATE TEXT SEARCH CONFIGURATION tamga.names (COPY = pg_catalog.simple);
        ALTER TEXT SEARCH CONFIGURATION tamga.names
          ALTER MAPPING FOR asciiword, word, asciihword, hword, hword_asciipart, hword_part
          WITH tamga.synonyms, pg_catalog.simple;
      EXCEPTION WHEN config_file_error THEN
        RAISE NOTICE 'The text-search configuration tamga.names was not made: there is no tamga.syn in the tsearch_data folder of the server.';
      END
      $tamga$;
      COMMIT;

      """
  }

  /// A line of `COPY` in text form.
  private static func line(_ cells: [String?]) -> String {
    cells.map { $0.map(escaped) ?? "\\N" }.joined(separator: "\t") + "\n"
  }

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      // PostgreSQL holds no zero characters.
      case "\0": continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// An array as PostgreSQL writes it.
  private static func array(_ texts: [String]) -> String {
    let elements = texts.map { text in
      "\""
        + text.reduce(into: "") { result, character in
          if character == "\"" || character == "\\" { result += "\\" }
          result.append(character)
        } + "\""
    }
    return "{" + elements.joined(separator: ",") + "}"
  }
}
