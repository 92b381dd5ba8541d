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

DROP TABLE derived_planned;
UPDATE derived_book SET day = NULL;
