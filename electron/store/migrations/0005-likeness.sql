-- By which a capture's text finds those that are nearly the same: a few hashes of it, of which alike texts share at least one
-- (domain/article/likeness.ts). It follows from the text and is made anew when the rules change.
CREATE TABLE likeness (
  band INTEGER NOT NULL,
  capture INTEGER NOT NULL REFERENCES capture ON DELETE CASCADE,
  PRIMARY KEY (band, capture)
) STRICT, WITHOUT ROWID;
CREATE INDEX likeness_capture ON likeness (capture);
