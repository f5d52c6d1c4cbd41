-- user_version 5

CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_only_grows BEFORE INSERT ON journal
WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM journal) BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER tally_down AFTER DELETE ON article BEGIN
  UPDATE tally SET articles = articles - 1;
END;

CREATE TRIGGER tally_up AFTER INSERT ON article BEGIN
  UPDATE tally SET articles = articles + 1;
END;

CREATE TABLE article (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE attribution (
  capture INTEGER NOT NULL REFERENCES capture ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  found TEXT NOT NULL,
  PRIMARY KEY (capture, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE capture (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  original INTEGER NOT NULL REFERENCES original,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  charset TEXT,
  -- The canonical address, reduced to what tells articles apart; null when the capture has none.
  url_key TEXT,
  imported_at TEXT NOT NULL
, part TEXT) STRICT;

CREATE TABLE capture_body (
  capture INTEGER PRIMARY KEY REFERENCES capture ON DELETE CASCADE,
  text TEXT NOT NULL,
  blocks TEXT NOT NULL,
  marks TEXT NOT NULL,
  block_roles TEXT NOT NULL,
  facts TEXT NOT NULL,
  byline TEXT NOT NULL,
  engine TEXT NOT NULL,
  pack TEXT
) STRICT;

CREATE TABLE capture_seal (
  capture INTEGER PRIMARY KEY REFERENCES capture ON DELETE CASCADE,
  entry INTEGER NOT NULL,
  mac TEXT NOT NULL,
  -- Over the pictures' own bytes, which a correction need not read again.
  pictures TEXT NOT NULL
) STRICT;

CREATE TABLE correction (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  capture INTEGER NOT NULL REFERENCES capture ON DELETE CASCADE,
  made_at TEXT NOT NULL,
  act TEXT NOT NULL
) STRICT;

CREATE TABLE credit (
  capture INTEGER NOT NULL REFERENCES capture ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  found TEXT NOT NULL,
  PRIMARY KEY (capture, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE date_mention (
  capture INTEGER NOT NULL REFERENCES capture ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  found TEXT NOT NULL,
  PRIMARY KEY (capture, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE extraction (
  pk INTEGER PRIMARY KEY,
  capture INTEGER NOT NULL REFERENCES capture ON DELETE CASCADE,
  engine TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  analysis TEXT NOT NULL
) STRICT;

CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  article_id TEXT,
  capture_id TEXT,
  note_id TEXT,
  files TEXT,
  hash TEXT NOT NULL
) STRICT;

CREATE TABLE likeness (
  band INTEGER NOT NULL,
  capture INTEGER NOT NULL REFERENCES capture ON DELETE CASCADE,
  PRIMARY KEY (band, capture)
) STRICT, WITHOUT ROWID;

CREATE TABLE listing (
  article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  -- The newest capture, which the line is about.
  capture INTEGER NOT NULL UNIQUE REFERENCES capture ON DELETE CASCADE,
  imported_at TEXT NOT NULL,
  title TEXT NOT NULL,
  stand_in INTEGER NOT NULL,
  publisher TEXT,
  published TEXT,
  language TEXT,
  named_sources INTEGER NOT NULL,
  unnamed_sources INTEGER NOT NULL,
  notes INTEGER NOT NULL DEFAULT 0,
  captures INTEGER NOT NULL,
  strip TEXT NOT NULL
) STRICT;

CREATE TABLE note (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  color TEXT NOT NULL,
  style TEXT NOT NULL,
  markdown TEXT NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;

CREATE TABLE note_anchor (
  note INTEGER NOT NULL REFERENCES note ON DELETE CASCADE,
  capture INTEGER NOT NULL REFERENCES capture ON DELETE CASCADE,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  range_start INTEGER NOT NULL,
  range_end INTEGER NOT NULL,
  orphaned TEXT CHECK (orphaned IN ('not-found', 'ambiguous')),
  source_id TEXT,
  PRIMARY KEY (note, capture)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE note_index USING fts5 (words, content = '', tokenize = 'ascii');

CREATE TABLE note_seal (
  note INTEGER PRIMARY KEY REFERENCES note ON DELETE CASCADE,
  entry INTEGER NOT NULL,
  mac TEXT NOT NULL
) STRICT;

CREATE TABLE note_tag (
  note INTEGER NOT NULL REFERENCES note ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  tag INTEGER NOT NULL REFERENCES tag,
  PRIMARY KEY (note, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
  capture INTEGER NOT NULL REFERENCES capture ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  found TEXT NOT NULL,
  PRIMARY KEY (capture, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE original (
  pk INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  packing TEXT NOT NULL CHECK (packing IN ('none', 'deflate')),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE picture (
  capture INTEGER NOT NULL REFERENCES capture ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  found TEXT NOT NULL,
  PRIMARY KEY (capture, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE picture_file (
  pk INTEGER PRIMARY KEY,
  capture INTEGER NOT NULL REFERENCES capture ON DELETE CASCADE,
  picture INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (capture, picture)
) STRICT;

CREATE TABLE source (
  capture INTEGER NOT NULL REFERENCES capture ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  found TEXT NOT NULL,
  identification TEXT NOT NULL CHECK (identification = found ->> '$.identification'),
  reason_class TEXT CHECK (reason_class IS found ->> '$.anonymity.reasonClass'),
  PRIMARY KEY (capture, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE state (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (
  pk INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  -- The terms of the name, joined by blanks, as the search language compares them.
  terms TEXT NOT NULL
) STRICT;

CREATE TABLE tally (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  articles INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE text_index USING fts5 (
  title, text, sources, credits, translators, editors, outlet,
  content = '', tokenize = 'ascii'
);

CREATE INDEX capture_article ON capture (article, pk);

CREATE INDEX capture_original ON capture (original);

CREATE INDEX capture_url ON capture (url_key) WHERE url_key IS NOT NULL;

CREATE INDEX correction_capture ON correction (capture, pk);

CREATE INDEX extraction_capture ON extraction (capture, pk);

CREATE INDEX likeness_capture ON likeness (capture);

CREATE INDEX listing_language ON listing (language);

CREATE INDEX listing_newest ON listing (imported_at DESC, article DESC);

CREATE INDEX listing_published ON listing (published);

CREATE INDEX note_anchor_capture ON note_anchor (capture, range_start);

CREATE INDEX note_article ON note (article);

CREATE INDEX note_tag_tag ON note_tag (tag, note);

CREATE INDEX source_identification ON source (identification);

CREATE INDEX source_reason ON source (reason_class) WHERE reason_class IS NOT NULL;

CREATE INDEX tag_terms ON tag (terms);
