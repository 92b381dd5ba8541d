-- Facts: what a client makes an issue of may be more than a complaint; what happens at it; how a person answered alerts.

ALTER TABLE complaint ADD COLUMN kind TEXT CHECK (kind IN ('return', 'claim'));   -- NULL: a complaint

CREATE TABLE client_event (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  kind      TEXT NOT NULL CHECK (kind IN
    ('management', 'strategy', 'owners', 'market', 'politics', 'restrictions', 'competitor')),
  day       TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  text      TEXT NOT NULL DEFAULT '',
  ended_on  TEXT CHECK (ended_on GLOB '????-??-??')
) STRICT;
CREATE INDEX client_event_by_client ON client_event (client_id);

CREATE TABLE alert_answer (                       -- one row for each reason that was answered
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  kind      TEXT NOT NULL CHECK (kind <> ''),     -- of the reason
  cause     TEXT NOT NULL,                        -- what tells this time from another one of the same kind
  level     INTEGER NOT NULL CHECK (level BETWEEN 0 AND 2),
  day       TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  until     TEXT CHECK (until GLOB '????-??-??'), -- put off until then; NULL: dismissed
  reason    TEXT CHECK ((reason IS NULL) = (until IS NOT NULL)),
  note      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX alert_answer_by_client ON alert_answer (client_id);

-- The program's own record of what it raised, and of what it pushed forward: kept, and no action of a person's.

CREATE TABLE alert_raised (
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  kind      TEXT NOT NULL,
  cause     TEXT NOT NULL,
  day       TEXT NOT NULL,
  level     INTEGER NOT NULL,                     -- the loudest it has been
  PRIMARY KEY (client_id, kind, cause)
) STRICT, WITHOUT ROWID;
CREATE INDEX alert_raised_by_day ON alert_raised (day);

CREATE TABLE alert_pushed (
  client_id INTEGER PRIMARY KEY REFERENCES client ON DELETE CASCADE,
  day       TEXT NOT NULL
) STRICT;
CREATE INDEX alert_pushed_by_day ON alert_pushed (day);

-- Derived: what was learnt from all orders, and holds until enough has changed.

CREATE TABLE derived_learned (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  body TEXT NOT NULL
) STRICT;

-- Everything derived follows from the facts in another way now.
UPDATE derived_book SET day = NULL, body = '{}';
