internal import TamgaICU
internal import TamgaLexicons

/// What a file must say of itself for this program to read it.
enum IndexFormat {
  /// The version of the tables; raised when a reader of the old ones would misread the new ones.
  static let version = 2
  /// The version of the keys; raised when a token gets other keys than before with the same lexicons.
  static let keys = 2
  /// `Tmga` in the header of the file, by which it is known.
  static let applicationID: Int32 = 0x546D_6761

  /// The rows of `meta` that say what a file was made with.
  static var stamp: [(key: String, value: String)] {
    [
      ("format", String(version)),
      ("icu", ICU.version),
      ("keys", String(keys)),
      ("lexicons", lexicons),
      ("unicode", ICU.unicodeVersion),
    ]
  }

  /// The key in `meta` of what the table `form` holds, and its values.
  static let forms = "forms"
  static let allForms = "all"
  static let attestedForms = "attested"

  /// A number that changes with every table of the lexicons.
  static let lexicons = Lexicons.shipped.fingerprint

  /// The tables. Numbers stand for words that recur; the views show the words.
  static let schema = """
    CREATE TABLE meta (
      key TEXT PRIMARY KEY, value TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE language (
      number INTEGER PRIMARY KEY, tag TEXT NOT NULL UNIQUE
    );
    CREATE TABLE script (
      number INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE
    );
    CREATE TABLE type (
      number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE
    );
    CREATE TABLE source_set (
      number INTEGER PRIMARY KEY, sources TEXT NOT NULL UNIQUE
    );
    CREATE TABLE entity (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL, type INTEGER NOT NULL,
      canonical TEXT NOT NULL, language INTEGER, parts TEXT
    );
    CREATE TABLE form (
      entity INTEGER NOT NULL, language INTEGER NOT NULL, variant INTEGER, form TEXT,
      scheme TEXT, PRIMARY KEY (entity, language)
    ) WITHOUT ROWID;
    CREATE TABLE variant (
      number INTEGER PRIMARY KEY, entity INTEGER NOT NULL, name TEXT NOT NULL,
      language INTEGER, script INTEGER NOT NULL, count INTEGER NOT NULL,
      score INTEGER NOT NULL, sources INTEGER NOT NULL
    );
    CREATE TABLE token (
      key INTEGER NOT NULL, text TEXT NOT NULL, reading INTEGER NOT NULL,
      sound TEXT NOT NULL, variants BLOB NOT NULL, PRIMARY KEY (key, text, reading)
    ) WITHOUT ROWID;
    CREATE TABLE key (
      near INTEGER NOT NULL, main INTEGER NOT NULL, text TEXT NOT NULL,
      PRIMARY KEY (near, main, text)
    ) WITHOUT ROWID;
    CREATE TABLE document (
      number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE
    );
    CREATE TABLE mention (
      document INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
      variant INTEGER NOT NULL, PRIMARY KEY (document, start, end)
    ) WITHOUT ROWID;
    CREATE TABLE judgement (
      number INTEGER PRIMARY KEY, first TEXT NOT NULL, second TEXT NOT NULL,
      verdict TEXT NOT NULL, made_at TEXT NOT NULL
    );
    CREATE TABLE history (
      number INTEGER PRIMARY KEY, made_at TEXT NOT NULL, event TEXT NOT NULL,
      entity TEXT, other TEXT, note TEXT
    );
    CREATE VIEW spelling AS
      SELECT variant.name AS name, entity.id AS entity, entity.canonical AS canonical,
        type.name AS type, language.tag AS language, script.code AS script,
        variant.count AS count, variant.score / 10000.0 AS score,
        source_set.sources AS sources
      FROM variant
      JOIN entity ON entity.number = variant.entity
      JOIN type ON type.number = entity.type
      LEFT JOIN language ON language.number = variant.language
      JOIN script ON script.number = variant.script
      JOIN source_set ON source_set.number = variant.sources;
    CREATE VIEW canonical_form AS
      SELECT entity.id AS entity, language.tag AS language,
        coalesce(form.form, variant.name) AS form,
        CASE WHEN form.scheme IS NULL THEN 'attested' ELSE 'generated' END AS status,
        coalesce(form.scheme, '') AS scheme
      FROM form
      JOIN entity ON entity.number = form.entity
      JOIN language ON language.number = form.language
      LEFT JOIN variant ON variant.number = form.variant;
    """

  /// The indexes, made after the rows are in.
  static let indexes = """
    CREATE UNIQUE INDEX entity_id ON entity (id);
    CREATE INDEX variant_entity ON variant (entity);
    CREATE INDEX variant_name ON variant (substr(name, 1, 8));
    CREATE INDEX token_text ON token (text);
    CREATE INDEX mention_variant ON mention (variant);
    """
}
