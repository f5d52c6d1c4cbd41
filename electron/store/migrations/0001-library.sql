-- The library: articles, their captures, what was found in them, the reader's notes, the journal.
--
-- Inside, rows are joined by integer keys (pk); outside, by random ids (id). Times are ISO 8601 UTC instants.
-- Findings are kept as the JSON of their domain type, one row a finding; what is searched for stands beside it once more
-- and is held to it by a check. (Generated columns would say it more simply, but an index on one never covers a
-- query: each hit reads its row, which made a search for unnamed sources 500 times slower.)

CREATE TABLE article (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  added_at TEXT NOT NULL
) STRICT;

-- The imported bytes, once for each SHA-256 (lower-case hex of the bytes before packing).
CREATE TABLE original (
  pk INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  packing TEXT NOT NULL CHECK (packing IN ('none', 'deflate')),
  bytes BLOB NOT NULL
) STRICT;

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
) STRICT;
CREATE INDEX capture_article ON capture (article, pk);
CREATE INDEX capture_original ON capture (original);
CREATE INDEX capture_url ON capture (url_key) WHERE url_key IS NOT NULL;

-- The long columns of a capture, apart from the short ones that lists and searches read.
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
CREATE INDEX source_identification ON source (identification);
CREATE INDEX source_reason ON source (reason_class) WHERE reason_class IS NOT NULL;

CREATE TABLE attribution (
  capture INTEGER NOT NULL REFERENCES capture ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  found TEXT NOT NULL,
  PRIMARY KEY (capture, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
  capture INTEGER NOT NULL REFERENCES capture ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  found TEXT NOT NULL,
  PRIMARY KEY (capture, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE credit (
  capture INTEGER NOT NULL REFERENCES capture ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  found TEXT NOT NULL,
  PRIMARY KEY (capture, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE picture (
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

-- What a reader says against what was extracted. Both are kept; taking a row away goes back.
CREATE TABLE correction (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  capture INTEGER NOT NULL REFERENCES capture ON DELETE CASCADE,
  subject TEXT NOT NULL,
  subject_id TEXT,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
CREATE INDEX correction_capture ON correction (capture, pk);

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
CREATE INDEX note_article ON note (article);

-- Where a note stands in each capture that it was made in or carried to. A capture's anchors are never rewritten by a
-- later capture. `source_id` is that capture's: ids of sources mean nothing beyond their own capture.
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
CREATE INDEX note_anchor_capture ON note_anchor (capture, range_start);

CREATE TABLE tag (
  pk INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  -- The terms of the name, joined by blanks, as the search language compares them.
  terms TEXT NOT NULL
) STRICT;
CREATE INDEX tag_terms ON tag (terms);

CREATE TABLE note_tag (
  note INTEGER NOT NULL REFERENCES note ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  tag INTEGER NOT NULL REFERENCES tag,
  PRIMARY KEY (note, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_tag_tag ON note_tag (tag, note);

-- One line of the library's list for each article, ready to be shown: a page of it is one read.
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
CREATE INDEX listing_newest ON listing (imported_at DESC, article DESC);
CREATE INDEX listing_published ON listing (published);
CREATE INDEX listing_language ON listing (language);

-- How many articles there are, kept by triggers: counting rows would read all of them.
CREATE TABLE tally (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  articles INTEGER NOT NULL
) STRICT;
INSERT INTO tally VALUES (1, 0);
CREATE TRIGGER tally_up AFTER INSERT ON article BEGIN
  UPDATE tally SET articles = articles + 1;
END;
CREATE TRIGGER tally_down AFTER DELETE ON article BEGIN
  UPDATE tally SET articles = articles - 1;
END;

-- What happened, to what, and for an export what left. Holds ids, file names of exports and hashes; no content.
-- `hash` chains each line to the one before it, keyed with the vault's journal key.
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
CREATE TRIGGER journal_only_grows BEFORE INSERT ON journal
WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM journal) BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;

-- The full-text indexes hold terms only, made by domain/query/tokens.ts and joined by blanks, which is all that the
-- `ascii` tokeniser splits at. They are contentless: an entry is taken out by giving its terms again. That, and not
-- `contentless_delete`, lets `secure-delete` wipe the terms themselves instead of setting a tombstone beside them.
CREATE VIRTUAL TABLE text_index USING fts5 (
  title, text, sources, credits, translators, editors, outlet,
  content = '', tokenize = 'ascii'
);
INSERT INTO text_index (text_index, rank) VALUES ('secure-delete', 1);
INSERT INTO text_index (text_index, rank) VALUES ('rank', 'bm25(8.0, 1.0, 3.0, 3.0, 3.0, 3.0, 1.0)');

-- Notes apart from texts: a changed note rewrites its own few terms and not its article's.
CREATE VIRTUAL TABLE note_index USING fts5 (words, content = '', tokenize = 'ascii');
INSERT INTO note_index (note_index, rank) VALUES ('secure-delete', 1);

-- Small facts about the database itself.
CREATE TABLE state (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
