-- What a person changed of an order that came from a file holds against that file.

ALTER TABLE orders ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1));

-- A client may have cancelled the contract: a kind of event more.

CREATE TABLE client_event_before AS SELECT * FROM client_event;
DROP TABLE client_event;
CREATE TABLE client_event (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  kind      TEXT NOT NULL CHECK (kind IN
    ('management', 'strategy', 'owners', 'market', 'politics', 'restrictions', 'contract', 'competitor')),
  day       TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  text      TEXT NOT NULL DEFAULT '',
  ended_on  TEXT CHECK (ended_on GLOB '????-??-??')
) STRICT;
INSERT INTO client_event (id, client_id, kind, day, text, ended_on)
SELECT id, client_id, kind, day, text, ended_on FROM client_event_before;
DROP TABLE client_event_before;
CREATE INDEX client_event_by_client ON client_event (client_id);
