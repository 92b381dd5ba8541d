-- What a person's answers silence is kept beside what speaks, so that it can be counted and listed.

CREATE TABLE derived_silenced (                    -- what a person's answers silence of an alert
  client_id INTEGER PRIMARY KEY REFERENCES client ON DELETE CASCADE,
  back_on   TEXT,                                 -- the first day any of it comes back; NULL: dismissed, all of it
  body      TEXT NOT NULL
) STRICT;
UPDATE derived_book SET day = NULL;

-- Whom to ask how it found its last order is read by the day of that order.

CREATE INDEX derived_client_by_last_order ON derived_client (last_order);
