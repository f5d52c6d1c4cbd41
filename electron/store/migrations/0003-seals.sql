-- A keyed hash over each capture and each note as it is, with the journal's line that last told of it. An older page put in
-- the place of a newer one passes the cipher's own checks; with the line's number in its seal it shows.
--
-- The seals are here and not in the journal, which outlives what it tells of: a hash of a removed note must go with it.

CREATE TABLE capture_seal (
  capture INTEGER PRIMARY KEY REFERENCES capture ON DELETE CASCADE,
  entry INTEGER NOT NULL,
  mac TEXT NOT NULL,
  -- Over the pictures' own bytes, which a correction need not read again.
  pictures TEXT NOT NULL
) STRICT;

CREATE TABLE note_seal (
  note INTEGER PRIMARY KEY REFERENCES note ON DELETE CASCADE,
  entry INTEGER NOT NULL,
  mac TEXT NOT NULL
) STRICT;
