-- The tables of a new file: what the migrations come to, one after the other. A migration is written in here as well.

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
  closed_on   TEXT CHECK (closed_on GLOB '????-??-??'),
  private     INTEGER CHECK (private = 1),         -- NULL: a company
  legal_form  TEXT CHECK (legal_form <> ''),
  call_hours  TEXT CHECK (call_hours GLOB '??:??-??:??'),
  buyer       TEXT CHECK (buyer IS NULL OR buyer IN ('loyal', 'discount', 'impulse', 'need', 'wandering')),
  ties        TEXT CHECK (ties IS NULL OR ties IN ('price', 'social', 'structural')),
  manner      TEXT CHECK (manner IS NULL OR manner IN ('adherent', 'rational')),
  prizes      TEXT CHECK (prizes <> ''),           -- what it values
  puts_up_with TEXT CHECK (puts_up_with <> ''),
  interval_days INTEGER CHECK (interval_days BETWEEN 1 AND 3660),
  barred_on   TEXT CHECK (barred_on GLOB '????-??-??'),
  barred_why  TEXT CHECK ((barred_why IS NULL) = (barred_on IS NULL)),
  closed_why  TEXT CHECK (closed_why IS NULL OR closed_why IN ('forgotten', 'complaint', 'competitor', 'moved', 'ended')),
  closed_note TEXT
) STRICT;
CREATE INDEX client_by_name ON client (sort_name, id);
CREATE INDEX client_by_tax_id ON client (tax_id) WHERE tax_id <> '';

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
  birthday  TEXT CHECK (birthday GLOB '????-??-??' OR birthday GLOB '--??-??'),
  prefers   TEXT CHECK (prefers IS NULL OR prefers IN ('call', 'message', 'email', 'mail', 'meeting')),
  declines  TEXT CHECK (declines <> ''),           -- kinds of contact, a space between two
  unsaid    TEXT CHECK (unsaid <> '')
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
CREATE INDEX channel_by_value ON channel (value COLLATE NOCASE);

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
  source_key TEXT,                                -- what it was in the file it came from, where that may not follow from it
  by_hand    INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1)),   -- a person said otherwise than that file
  nth        INTEGER CHECK (nth > 0)              -- which of its equals it was in that file
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
  important INTEGER NOT NULL DEFAULT 0 CHECK (important IN (0, 1)),
  theirs    INTEGER CHECK (theirs = 1),            -- NULL: we made the contact
  minutes   INTEGER CHECK (minutes BETWEEN 1 AND 1440),
  purpose   TEXT CHECK (purpose IN ('remind', 'inform', 'feedback', 'decide', 'attention', 'thank')),
  drain     INTEGER CHECK (drain BETWEEN 1 AND 5),   -- how much it took out of us
  nps       INTEGER CHECK (nps BETWEEN 0 AND 10),  -- "would you recommend us", as answered
  wow       INTEGER CHECK (wow = 1),               -- meant to impress
  invited   TEXT CHECK (invited IN ('accepted', 'came')),   -- NULL: no more than invited
  met       TEXT CHECK (met GLOB '????-??-??')     -- the next step it did away with
) STRICT;
CREATE INDEX touch_by_client ON touch (client_id, day);
CREATE INDEX touch_by_person ON touch (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX touch_by_day ON touch (day);
CREATE INDEX touch_by_nps ON touch (day) WHERE nps IS NOT NULL;
CREATE INDEX touch_by_gift ON touch (client_id, item) WHERE kind = 'gift';
CREATE INDEX touch_by_kind ON touch (client_id, kind, day);   -- the last one of each kind, however many there are

CREATE TABLE note (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  day       TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  at        TEXT NOT NULL,
  text      TEXT NOT NULL CHECK (text <> ''),
  important INTEGER CHECK (important = 1)          -- NULL: it is not
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
  closed_on TEXT CHECK (closed_on GLOB '????-??-??'),
  kind      TEXT CHECK (kind IN ('return', 'claim')),   -- NULL: a complaint
  irritant  TEXT CHECK (irritant IN ('talk', 'wait', 'no_answer')),   -- NULL: another
  opened_at TEXT,                                  -- the moment, UTC
  step      TEXT CHECK (step IN
    ('admit', 'apologise', 'cause', 'change', 'offer', 'assess', 'conclude')),   -- to be done next; NULL: admit
  next_on   TEXT CHECK (next_on GLOB '????-??-??'),
  stepped_at TEXT,                                 -- the moment of the last step
  answered_at TEXT,                                -- the moment of the first
  reworked  INTEGER CHECK (reworked > 0),          -- NULL: never
  lesson    TEXT                                   -- what changed in the process; asked when it is closed
) STRICT;
CREATE INDEX complaint_by_client ON complaint (client_id);
CREATE INDEX complaint_by_end ON complaint (closed_on);

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
CREATE INDEX derived_client_by_last_order ON derived_client (last_order);

CREATE TABLE derived_alert (
  client_id INTEGER PRIMARY KEY REFERENCES client ON DELETE CASCADE,
  body      TEXT NOT NULL
) STRICT;

CREATE TABLE derived_silenced (                    -- what a person's answers silence of an alert
  client_id INTEGER PRIMARY KEY REFERENCES client ON DELETE CASCADE,
  back_on   TEXT,                                 -- the first day any of it comes back; NULL: dismissed, all of it
  body      TEXT NOT NULL
) STRICT;

CREATE TABLE derived_book (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  day  TEXT,                                      -- NULL: to be made anew
  body TEXT NOT NULL DEFAULT '{}'
) STRICT;

-- News to share with clients, and which client has heard which.

CREATE TABLE news (
  id        INTEGER PRIMARY KEY,
  text      TEXT NOT NULL CHECK (text <> ''),
  since     TEXT NOT NULL CHECK (since GLOB '????-??-??'),
  until     TEXT CHECK (until GLOB '????-??-??'),
  audience  TEXT NOT NULL CHECK (json_valid(audience)),        -- whom it is for
  closed_on TEXT CHECK (closed_on GLOB '????-??-??'),
  CHECK (until >= since)
) STRICT;

CREATE TABLE news_told (
  id        INTEGER PRIMARY KEY,
  news_id   INTEGER NOT NULL REFERENCES news ON DELETE CASCADE,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  day       TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  UNIQUE (news_id, client_id)
) STRICT;
CREATE INDEX news_told_by_client ON news_told (client_id);

-- What calendar files have told other programs: a touch keeps its identity there however it moves. It outlives what it is
-- about, so that what is gone can be cancelled; so it refers to nothing.

CREATE TABLE published (
  key       TEXT PRIMARY KEY,
  client_id INTEGER NOT NULL,
  rule_id   INTEGER,                              -- NULL: a day set by hand
  day       TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  first_day TEXT NOT NULL,                        -- the days on which a contact does it
  last_day  TEXT NOT NULL,
  category  TEXT NOT NULL,
  summary   TEXT NOT NULL,
  about     TEXT NOT NULL,
  state     TEXT NOT NULL CHECK (state IN ('due', 'done', 'cancelled')),
  sequence  INTEGER NOT NULL CHECK (sequence >= 0),
  stamp     TEXT NOT NULL                         -- the moment of the last change that was told, UTC
) STRICT, WITHOUT ROWID;

CREATE TABLE client_event (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  kind      TEXT NOT NULL CHECK (kind IN
    ('management', 'strategy', 'owners', 'market', 'politics', 'restrictions', 'contract', 'competitor')),
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

-- The program's own record of what it raised, taken back with the action that made it do so, and of what it pushed forward.

CREATE TABLE alert_raised (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  kind      TEXT NOT NULL,
  cause     TEXT NOT NULL,
  day       TEXT NOT NULL,
  level     INTEGER NOT NULL,                     -- as it was raised first
  UNIQUE (client_id, kind, cause)
) STRICT;
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

-- The plan: which day each touch that is owed got. It follows from facts, rules, decisions and the plan before, and is
-- journalled with the verb that moved it.

CREATE TABLE plan (
  id          INTEGER PRIMARY KEY,                -- made of the key: a touch keeps its row
  client_id   INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  key         TEXT NOT NULL CHECK (key <> ''),
  rule_id     INTEGER,                            -- NULL: the day was typed by hand
  kind        TEXT CHECK (kind IN ('call', 'message', 'email', 'mail', 'meeting', 'gift', 'event')),
  purpose     TEXT,
  responsible TEXT NOT NULL DEFAULT 'me' CHECK (responsible IN ('me', 'secretary', 'courier', 'head')),
  day         TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  from_day    TEXT NOT NULL CHECK (from_day GLOB '????-??-??'),
  to_day      TEXT NOT NULL CHECK (to_day GLOB '????-??-??'),
  minutes     INTEGER NOT NULL CHECK (minutes >= 0),
  why         TEXT CHECK (json_valid(why)),
  reason      TEXT CHECK (json_valid(reason)),
  state       TEXT NOT NULL CHECK (state IN ('open', 'done', 'skipped')),
  touch_id    INTEGER REFERENCES touch ON DELETE SET NULL,
  CHECK ((rule_id IS NULL) = (kind IS NULL) AND (rule_id IS NULL) = (purpose IS NULL)
     AND (rule_id IS NULL) = (why IS NULL) AND (rule_id IS NULL) = (reason IS NULL))
) STRICT;
CREATE INDEX plan_by_client ON plan (client_id, day);
CREATE INDEX plan_by_day ON plan (day, client_id, key) WHERE state = 'open';
CREATE INDEX plan_by_touch ON plan (touch_id) WHERE touch_id IS NOT NULL;
CREATE TRIGGER load_plan_insert AFTER INSERT ON plan WHEN new.state = 'open' BEGIN
  INSERT INTO derived_load (responsible, day, minutes, touches) VALUES (new.responsible, new.day, new.minutes, 1)
  ON CONFLICT DO UPDATE SET minutes = minutes + excluded.minutes, touches = touches + 1;
END;
CREATE TRIGGER load_plan_delete AFTER DELETE ON plan WHEN old.state = 'open' BEGIN
  UPDATE derived_load SET minutes = minutes - old.minutes, touches = touches - 1
  WHERE responsible = old.responsible AND day = old.day;
END;
CREATE TRIGGER load_plan_update AFTER UPDATE OF responsible, day, minutes, state ON plan BEGIN
  UPDATE derived_load SET minutes = minutes - old.minutes, touches = touches - 1
  WHERE old.state = 'open' AND responsible = old.responsible AND day = old.day;
  INSERT INTO derived_load (responsible, day, minutes, touches)
  SELECT new.responsible, new.day, new.minutes, 1 WHERE new.state = 'open'
  ON CONFLICT DO UPDATE SET minutes = minutes + excluded.minutes, touches = touches + 1;
END;

-- What a person decided about single touches, and who is away when.

CREATE TABLE decision (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  key       TEXT NOT NULL UNIQUE CHECK (key <> ''),
  choice    TEXT NOT NULL CHECK (choice IN ('skip', 'snooze', 'pin')),
  day       TEXT CHECK (day GLOB '????-??-??'),
  reason    TEXT NOT NULL DEFAULT '',
  at        TEXT NOT NULL,
  CHECK ((choice = 'skip') = (day IS NULL))
) STRICT;
CREATE INDEX decision_by_client ON decision (client_id);

CREATE TABLE absence (
  id          INTEGER PRIMARY KEY,
  responsible TEXT NOT NULL CHECK (responsible IN ('me', 'secretary', 'courier', 'head')),
  from_day    TEXT NOT NULL CHECK (from_day GLOB '????-??-??'),
  to_day      TEXT NOT NULL CHECK (to_day GLOB '????-??-??'),
  note        TEXT NOT NULL DEFAULT '',
  CHECK (from_day <= to_day)
) STRICT;

-- What the open touches of the plan make of each day, kept by the plan itself, so that one touch more asks for no count.

CREATE TABLE derived_load (
  responsible TEXT NOT NULL,
  day         TEXT NOT NULL,
  minutes     INTEGER NOT NULL,
  touches     INTEGER NOT NULL,
  PRIMARY KEY (responsible, day)
) STRICT, WITHOUT ROWID;

-- Facts: what an order was made of, where that is known.

CREATE TABLE order_line (
  id       INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders ON DELETE CASCADE,
  item     TEXT NOT NULL CHECK (item <> ''),
  amount   INTEGER                                -- hundredths of the order's currency, NULL: not known
) STRICT;
CREATE INDEX order_line_by_order ON order_line (order_id);

-- The touches that are owed and found no day. Only the plan of the whole book, on another day or on demand, asks again for
-- them: what an action frees is not given to others, so that taking it back finds everything where it was.

CREATE TABLE waiting (
  id        INTEGER PRIMARY KEY,                  -- made of the key, as in the plan
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  key       TEXT NOT NULL CHECK (key <> ''),
  why       TEXT NOT NULL CHECK (why IN ('closed', 'away', 'full', 'crowded'))
) STRICT;
CREATE INDEX waiting_by_client ON waiting (client_id);

-- How clients found their orders: six signs, one for each of invoice, shipment, documents, advice, support and quality.

CREATE TABLE evaluation (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  order_id  INTEGER NOT NULL UNIQUE REFERENCES orders ON DELETE CASCADE,
  day       TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  signs     TEXT NOT NULL CHECK (signs GLOB '[-+0.][-+0.][-+0.][-+0.][-+0.][-+0.]' AND signs <> '......'),
  note      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX evaluation_by_client ON evaluation (client_id, day);

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
  first_due TEXT CHECK (first_due GLOB '????-??-??'),     -- the day before it was moved, NULL: it never was
  moves     INTEGER CHECK (moves > 0),                    -- how often, NULL: never
  CHECK ((ended IS NULL) = (ended_on IS NULL))
) STRICT;
CREATE INDEX promise_by_client ON promise (client_id);
CREATE INDEX promise_by_end ON promise (ended_on);

-- Facts: where a person says that a client stands, how far a purchase has come, who counts as regular from which day on.

CREATE TABLE status_change (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  day       TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  status    TEXT CHECK (status IN ('potential', 'prospective', 'client', 'regular', 'former')),  -- NULL: what orders tell
  why       TEXT NOT NULL CHECK (why <> '')
) STRICT;
CREATE INDEX status_change_by_client ON status_change (client_id);

CREATE TABLE purchase (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL UNIQUE REFERENCES client ON DELETE CASCADE,
  stage     INTEGER NOT NULL CHECK (stage BETWEEN 1 AND 6),
  since     TEXT NOT NULL CHECK (since GLOB '????-??-??'),
  criterion TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE regular_rule (
  id         INTEGER PRIMARY KEY,
  since      TEXT NOT NULL UNIQUE CHECK (since GLOB '????-??-??'),
  order_days INTEGER NOT NULL CHECK (order_days BETWEEN 1 AND 100),
  within     INTEGER CHECK (within BETWEEN 1 AND 3660)                                           -- NULL: at any time
) STRICT;

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
CREATE INDEX parting_by_end ON parting (done_on);

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

-- Facts: what there is to give; and the club a client belongs to.

CREATE TABLE gift (
  id    INTEGER PRIMARY KEY,
  name  TEXT NOT NULL UNIQUE CHECK (name <> ''),
  price INTEGER CHECK (price >= 0)                -- hundredths of the book's currency, NULL: not known
) STRICT;

CREATE TABLE membership (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL UNIQUE REFERENCES client ON DELETE CASCADE,
  club      TEXT NOT NULL DEFAULT '',
  until     TEXT CHECK (until GLOB '????-??-??'), -- the last day, NULL: no end is known
  points    INTEGER CHECK (points >= 0),          -- that it may spend, NULL: not counted
  CHECK (club <> '' OR until IS NOT NULL OR points IS NOT NULL)
) STRICT;

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

INSERT INTO derived_book (one) VALUES (1);
