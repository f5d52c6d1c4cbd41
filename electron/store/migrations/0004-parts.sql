-- Which article of its file a capture is, in the file's own words (an address, a subject, a path); null when the file is
-- the article.
ALTER TABLE capture ADD COLUMN part TEXT;
