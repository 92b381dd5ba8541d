-- The touches that are owed and found no day. Only the plan of the whole book, on another day or on demand, asks again for
-- them: what an action frees is not given to others, so that taking it back finds everything where it was.

CREATE TABLE waiting (
  id        INTEGER PRIMARY KEY,                  -- made of the key, as in the plan
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  key       TEXT NOT NULL CHECK (key <> ''),
  why       TEXT NOT NULL CHECK (why IN ('closed', 'away', 'full', 'crowded'))
) STRICT;
CREATE INDEX waiting_by_client ON waiting (client_id);
UPDATE derived_book SET day = NULL;
