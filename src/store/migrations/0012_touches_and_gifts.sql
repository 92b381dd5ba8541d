-- Facts: more of a touch. NULL stands for what was not said, so that rows of older files and of the journal hold as they are.

ALTER TABLE touch ADD COLUMN theirs  INTEGER CHECK (theirs = 1);               -- NULL: we made the contact
ALTER TABLE touch ADD COLUMN minutes INTEGER CHECK (minutes BETWEEN 1 AND 1440);
ALTER TABLE touch ADD COLUMN purpose TEXT
  CHECK (purpose IN ('remind', 'inform', 'feedback', 'decide', 'attention', 'thank'));
ALTER TABLE touch ADD COLUMN drain   INTEGER CHECK (drain BETWEEN 1 AND 5);    -- how much it took out of us
ALTER TABLE touch ADD COLUMN nps     INTEGER CHECK (nps BETWEEN 0 AND 10);     -- "would you recommend us", as answered
ALTER TABLE touch ADD COLUMN wow     INTEGER CHECK (wow = 1);                  -- meant to impress
ALTER TABLE touch ADD COLUMN invited TEXT CHECK (invited IN ('accepted', 'came'));   -- NULL: no more than invited
CREATE INDEX touch_by_nps ON touch (day) WHERE nps IS NOT NULL;

-- Facts: what there is to give; and the club a client belongs to.

CREATE TABLE gift (
  id    INTEGER PRIMARY KEY,
  name  TEXT NOT NULL UNIQUE CHECK (name <> ''),
  price INTEGER CHECK (price >= 0)                -- hundredths of the book's currency, NULL: not known
) STRICT;
CREATE INDEX touch_by_gift ON touch (client_id, item) WHERE kind = 'gift';

CREATE TABLE membership (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL UNIQUE REFERENCES client ON DELETE CASCADE,
  club      TEXT NOT NULL DEFAULT '',
  until     TEXT CHECK (until GLOB '????-??-??'), -- the last day, NULL: no end is known
  points    INTEGER CHECK (points >= 0),          -- that it may spend, NULL: not counted
  CHECK (club <> '' OR until IS NOT NULL OR points IS NOT NULL)
) STRICT;
