-- Facts: what was promised, by us or to us, and what became of it; and whether a note is marked as important.

CREATE TABLE promise (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  person_id INTEGER REFERENCES person ON DELETE SET NULL,
  theirs    INTEGER NOT NULL CHECK (theirs IN (0, 1)),    -- 0: we promised, 1: the client did
  text      TEXT NOT NULL CHECK (text <> ''),
  waits_on  TEXT NOT NULL DEFAULT '',                     -- the department it waits on
  made_on   TEXT NOT NULL CHECK (made_on GLOB '????-??-??'),
  due       TEXT NOT NULL CHECK (due GLOB '????-??-??'),
  ended     TEXT CHECK (ended IN ('kept', 'broken', 'dropped')),
  ended_on  TEXT CHECK (ended_on GLOB '????-??-??'),
  why       TEXT NOT NULL DEFAULT '',
  CHECK ((ended IS NULL) = (ended_on IS NULL))
) STRICT;
CREATE INDEX promise_by_client ON promise (client_id);
CREATE INDEX promise_by_due ON promise (due) WHERE ended IS NULL;

ALTER TABLE note ADD COLUMN important INTEGER CHECK (important = 1);   -- NULL: it is not
