-- A reader's corrections, and what the engine found where they are laid over it.

-- The table that the first step prepared was never written to: an act (joining two sources, moving a statement) is one
-- value of its own and no field of a row.
DROP TABLE correction;
CREATE TABLE correction (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  capture INTEGER NOT NULL REFERENCES capture ON DELETE CASCADE,
  made_at TEXT NOT NULL,
  act TEXT NOT NULL
) STRICT;
CREATE INDEX correction_capture ON correction (capture, pk);

-- The tables of findings hold what is shown and searched. Where that is no longer what the engine found, because a reader
-- has corrected it, the engine's own findings are here; the newest row is the one that corrections are laid over,
-- older ones are of older engines. A capture without a row shows what was extracted.
CREATE TABLE extraction (
  pk INTEGER PRIMARY KEY,
  capture INTEGER NOT NULL REFERENCES capture ON DELETE CASCADE,
  engine TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  analysis TEXT NOT NULL
) STRICT;
CREATE INDEX extraction_capture ON extraction (capture, pk);
