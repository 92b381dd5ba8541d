-- Facts: what a person entered or brought in. Every row is journalled.

CREATE TABLE client (
  id          INTEGER PRIMARY KEY,
  external_id TEXT CHECK (external_id <> ''),
  name        TEXT NOT NULL CHECK (name <> ''),
  sort_name   TEXT NOT NULL,                      -- the name folded for search; lists are ordered by it
  city        TEXT NOT NULL DEFAULT '',
  address     TEXT NOT NULL DEFAULT '',
  tax_id      TEXT NOT NULL DEFAULT '',
  industry    TEXT NOT NULL DEFAULT '',
  company_day TEXT CHECK (company_day GLOB '????-??-??' OR company_day GLOB '--??-??'),
  note        TEXT NOT NULL DEFAULT '',
  star        INTEGER NOT NULL DEFAULT 0 CHECK (star IN (0, 1)),
  since       TEXT NOT NULL CHECK (since GLOB '????-??-??'),   -- nothing is owed to the client before this day
  closed_on   TEXT CHECK (closed_on GLOB '????-??-??')
) STRICT;
CREATE INDEX client_by_name ON client (sort_name, id);

CREATE TABLE tag (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  name      TEXT NOT NULL CHECK (name <> ''),
  UNIQUE (client_id, name)
) STRICT;

CREATE TABLE person (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  name      TEXT NOT NULL CHECK (name <> ''),
  role      TEXT NOT NULL DEFAULT '',
  birthday  TEXT CHECK (birthday GLOB '????-??-??' OR birthday GLOB '--??-??')
) STRICT;
CREATE INDEX person_by_client ON person (client_id);

CREATE TABLE channel (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  person_id INTEGER REFERENCES person ON DELETE CASCADE,
  kind      TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'messenger', 'site')),
  value     TEXT NOT NULL CHECK (value <> '')
) STRICT;
CREATE INDEX channel_by_client ON channel (client_id);
CREATE INDEX channel_by_person ON channel (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE orders (
  id         INTEGER PRIMARY KEY,
  client_id  INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  number     TEXT NOT NULL DEFAULT '',
  day        TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  amount     INTEGER NOT NULL,                    -- hundredths of the currency
  returned   INTEGER NOT NULL DEFAULT 0,
  currency   TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),     -- NULL: the book's
  rate_micro INTEGER CHECK (rate_micro > 0),      -- book's units for one unit, in millionths
  due        TEXT CHECK (due GLOB '????-??-??'),
  paid       TEXT CHECK (paid GLOB '????-??-??'),
  note       TEXT NOT NULL DEFAULT '',
  source_key TEXT                                 -- what the row was in the file it came from
) STRICT;
CREATE INDEX orders_by_client ON orders (client_id, day);

CREATE TABLE touch (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  person_id INTEGER REFERENCES person ON DELETE SET NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('call', 'message', 'email', 'mail', 'meeting', 'gift', 'event')),
  day       TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  at        TEXT NOT NULL,                        -- the moment, UTC
  outcome   TEXT NOT NULL CHECK (outcome IN ('reached', 'no_answer', 'call_back', 'refused')),
  note      TEXT NOT NULL DEFAULT '',
  item      TEXT NOT NULL DEFAULT '',
  cost      INTEGER,
  marks     INTEGER NOT NULL DEFAULT 0 CHECK (marks BETWEEN 0 AND 15),
  important INTEGER NOT NULL DEFAULT 0 CHECK (important IN (0, 1))
) STRICT;
CREATE INDEX touch_by_client ON touch (client_id, day);
CREATE INDEX touch_by_person ON touch (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX touch_by_day ON touch (day);

CREATE TABLE note (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  day       TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  at        TEXT NOT NULL,
  text      TEXT NOT NULL CHECK (text <> '')
) STRICT;
CREATE INDEX note_by_client ON note (client_id, day);

CREATE TABLE next_step (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL UNIQUE REFERENCES client ON DELETE CASCADE,
  day       TEXT NOT NULL CHECK (day GLOB '????-??-??')
) STRICT;
CREATE INDEX next_step_by_day ON next_step (day);

CREATE TABLE complaint (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  opened_on TEXT NOT NULL CHECK (opened_on GLOB '????-??-??'),
  text      TEXT NOT NULL DEFAULT '',
  closed_on TEXT CHECK (closed_on GLOB '????-??-??')
) STRICT;
CREATE INDEX complaint_by_client ON complaint (client_id);

CREATE TABLE draft (                              -- what was typed and not entered yet
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  kind      TEXT NOT NULL,
  text      TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (client_id, kind)
) STRICT, WITHOUT ROWID;

-- Rules: the communication table.

CREATE TABLE rule (
  id       INTEGER PRIMARY KEY,
  position INTEGER NOT NULL,
  body     TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE setting (
  id    INTEGER PRIMARY KEY,
  key   TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

-- The journal: what one key or one command did, in changes that can be taken back.

CREATE TABLE action (
  id      INTEGER PRIMARY KEY,
  verb    TEXT NOT NULL,
  subject TEXT NOT NULL,                          -- whom or what it was done to: a client's name, a file's
  at      TEXT NOT NULL,
  state   TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped', 'reversal')),
  undoes  INTEGER REFERENCES action
) STRICT;
CREATE INDEX action_by_state ON action (state, id);

CREATE TABLE journal (
  id        INTEGER PRIMARY KEY,
  action_id INTEGER REFERENCES action,            -- NULL: changed by another program
  tbl       TEXT NOT NULL,
  row_id    INTEGER NOT NULL,
  old       TEXT,                                 -- the columns before, NULL for a new row
  new       TEXT                                  -- the columns after, NULL for a removed row
) STRICT;
CREATE INDEX journal_by_action ON journal (action_id, id);

CREATE TABLE journal_bulk (                       -- rows an import added: a range of ids instead of a copy of each
  id        INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES action,
  tbl       TEXT NOT NULL,
  first_id  INTEGER NOT NULL,
  last_id   INTEGER NOT NULL
) STRICT;
CREATE INDEX journal_bulk_by_action ON journal_bulk (action_id);

CREATE TABLE journal_now (
  one       INTEGER PRIMARY KEY CHECK (one = 1),
  action_id INTEGER
) STRICT;
INSERT INTO journal_now (one) VALUES (1);

-- The file itself.

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Derived: a function of the facts, the rules and one day, kept so that the first screen need not wait for it.

CREATE TABLE derived_client (
  client_id     INTEGER PRIMARY KEY REFERENCES client ON DELETE CASCADE,
  status        TEXT NOT NULL,
  order_days    INTEGER NOT NULL,
  last_order    TEXT,
  revenue       INTEGER NOT NULL,                 -- of the twelve months to the day
  next_day      TEXT,
  next_kind     TEXT,
  level         INTEGER,                          -- of the alert that stands: 0 note, 1 watch, 2 alarm
  at_risk       INTEGER NOT NULL
) STRICT;
CREATE INDEX derived_client_by_alert ON derived_client (level DESC, at_risk DESC, client_id) WHERE level IS NOT NULL;
CREATE INDEX derived_client_by_revenue ON derived_client (revenue DESC);

CREATE TABLE derived_alert (
  client_id INTEGER PRIMARY KEY REFERENCES client ON DELETE CASCADE,
  body      TEXT NOT NULL
) STRICT;

CREATE TABLE derived_planned (
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  key       TEXT NOT NULL,
  day       TEXT NOT NULL,
  minutes   INTEGER NOT NULL,
  body      TEXT NOT NULL,
  PRIMARY KEY (client_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX derived_planned_by_day ON derived_planned (day, client_id);

CREATE TABLE derived_book (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  day  TEXT,                                      -- NULL: to be made anew
  body TEXT NOT NULL DEFAULT '{}'
) STRICT;
INSERT INTO derived_book (one) VALUES (1);
