-- What was raised is journalled: it is taken back with the action that raised it, and comes back with it.

ALTER TABLE alert_raised RENAME TO raised_before;
CREATE TABLE alert_raised (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
  kind      TEXT NOT NULL,
  cause     TEXT NOT NULL,
  day       TEXT NOT NULL,
  level     INTEGER NOT NULL,                     -- as it was raised first
  UNIQUE (client_id, kind, cause)
) STRICT;
INSERT INTO alert_raised (client_id, kind, cause, day, level) SELECT client_id, kind, cause, day, level FROM raised_before;
DROP TABLE raised_before;
CREATE INDEX alert_raised_by_day ON alert_raised (day);
