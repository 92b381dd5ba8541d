-- Facts: what a person said are not one and the same; and what was merged into what, with all it was known by.

CREATE TABLE apart (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  what      TEXT NOT NULL CHECK (what IN ('client', 'person')),
  one_id    INTEGER NOT NULL,
  other_id  INTEGER NOT NULL,                     -- the greater of the two
  day       TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  UNIQUE (what, one_id, other_id),
  CHECK (one_id < other_id)
) STRICT;
CREATE INDEX apart_by_client ON apart (client_id);

CREATE TABLE merged (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,   -- into which, or at which
  what      TEXT NOT NULL CHECK (what IN ('client', 'person')),
  day       TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  name      TEXT NOT NULL CHECK (name <> ''),
  said      TEXT NOT NULL,                        -- what else it was known by, to be read
  body      TEXT NOT NULL CHECK (json_valid(body))                  -- its row, and by their tables the rows that found no room
) STRICT;
CREATE INDEX merged_by_client ON merged (client_id);
