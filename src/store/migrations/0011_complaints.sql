-- Facts: how complaints are led through seven steps. Every column may be empty: what an older version wrote stands at the
-- first step and has no day for the next, so that it stands on Today until it is given one.

ALTER TABLE complaint ADD COLUMN irritant TEXT CHECK (irritant IN ('talk', 'wait', 'no_answer'));   -- NULL: another
ALTER TABLE complaint ADD COLUMN opened_at TEXT;                     -- the moment, UTC
ALTER TABLE complaint ADD COLUMN step TEXT CHECK (step IN           -- to be done next; NULL: admit
  ('admit', 'apologise', 'cause', 'change', 'offer', 'assess', 'conclude'));
ALTER TABLE complaint ADD COLUMN next_on TEXT CHECK (next_on GLOB '????-??-??');
ALTER TABLE complaint ADD COLUMN stepped_at TEXT;                    -- the moment of the last step
ALTER TABLE complaint ADD COLUMN answered_at TEXT;                   -- the moment of the first
ALTER TABLE complaint ADD COLUMN reworked INTEGER CHECK (reworked > 0);   -- NULL: never
ALTER TABLE complaint ADD COLUMN lesson TEXT;                        -- what changed in the process; asked when it is closed
CREATE INDEX complaint_by_next ON complaint (next_on) WHERE closed_on IS NULL;

-- Alerts say at which step a complaint stands.
UPDATE derived_book SET day = NULL;

-- Facts: why a client was closed, beside the day.

ALTER TABLE client ADD COLUMN closed_why TEXT CHECK (closed_why IS NULL OR closed_why IN ('forgotten', 'complaint', 'competitor', 'moved', 'ended'));
ALTER TABLE client ADD COLUMN closed_note TEXT;

-- Facts: what speaks against going on with a client, and what was decided.

CREATE TABLE concession (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  day       TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  text      TEXT NOT NULL CHECK (text <> ''),
  cost      INTEGER                                -- hundredths of the currency
) STRICT;
CREATE INDEX concession_by_client ON concession (client_id, day);

CREATE TABLE free_work (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  day       TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  text      TEXT NOT NULL CHECK (text <> ''),
  value     INTEGER NOT NULL CHECK (value > 0)
) STRICT;
CREATE INDEX free_work_by_client ON free_work (client_id, day);

CREATE TABLE values_conflict (                     -- private; a row as long as it holds
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  kind      TEXT NOT NULL CHECK (kind IN ('kickbacks', 'disrespect', 'in_the_dark')),
  day       TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  UNIQUE (client_id, kind)
) STRICT;

CREATE TABLE volume_answer (                       -- whether the fall of the orders told on that day is explained
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL UNIQUE REFERENCES client ON DELETE CASCADE,
  told_on   TEXT NOT NULL CHECK (told_on GLOB '????-??-??'),
  explained INTEGER NOT NULL CHECK (explained IN (0, 1)),
  text      TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE parting (                             -- what was decided about going on
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  choice    TEXT NOT NULL CHECK (choice IN ('continue', 'renegotiate', 'end')),
  made_on   TEXT NOT NULL CHECK (made_on GLOB '????-??-??'),
  due       TEXT NOT NULL CHECK (due GLOB '????-??-??'),
  done_on   TEXT CHECK (done_on GLOB '????-??-??'), -- the day something else was decided; NULL: it holds
  note      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX parting_by_client ON parting (client_id);
CREATE INDEX parting_by_due ON parting (due) WHERE done_on IS NULL;

-- Facts: the competitors at clients.

CREATE TABLE competitor (
  id         INTEGER PRIMARY KEY,
  client_id  INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  name       TEXT NOT NULL CHECK (name <> ''),
  piece      TEXT NOT NULL DEFAULT '',
  brought_by TEXT NOT NULL DEFAULT '',
  threat     INTEGER NOT NULL CHECK (threat BETWEEN 0 AND 3),
  losing     INTEGER NOT NULL CHECK (losing IN (0, 1)),   -- works at a loss
  hint       INTEGER NOT NULL CHECK (hint IN (0, 1)),     -- was invited as a hint
  since      TEXT NOT NULL CHECK (since GLOB '????-??-??'),
  gone_on    TEXT CHECK (gone_on GLOB '????-??-??'),
  way        TEXT CHECK (way IN ('leave', 'pause', 'race')),   -- what was decided about the hint
  way_by     TEXT CHECK (way_by GLOB '????-??-??'),
  CHECK ((way IS NULL) = (way_by IS NULL))
) STRICT;
CREATE INDEX competitor_by_client ON competitor (client_id);

-- Facts: whether a former client is worth winning back.

CREATE TABLE way_back (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL UNIQUE REFERENCES client ON DELETE CASCADE,
  ended_by  TEXT NOT NULL CHECK (ended_by IN ('us', 'them')),
  changed   TEXT NOT NULL CHECK (changed IN ('nothing', 'goals', 'strategy', 'assortment', 'methods')),
  quality   INTEGER NOT NULL CHECK (quality IN (0, 1)),
  day       TEXT NOT NULL CHECK (day GLOB '????-??-??')
) STRICT;
