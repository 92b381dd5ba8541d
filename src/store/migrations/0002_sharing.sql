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
