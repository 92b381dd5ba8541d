-- Facts: more of a client and of its people than a file brings. NULL: nothing was said.

ALTER TABLE client ADD COLUMN private INTEGER CHECK (private = 1);             -- NULL: a company
ALTER TABLE client ADD COLUMN legal_form TEXT CHECK (legal_form <> '');
ALTER TABLE client ADD COLUMN call_hours TEXT CHECK (call_hours GLOB '??:??-??:??');
-- A list of names is built anew for each row it is asked about: not for those that have none.
ALTER TABLE client ADD COLUMN buyer TEXT CHECK (buyer IS NULL OR buyer IN ('loyal', 'discount', 'impulse', 'need', 'wandering'));
ALTER TABLE client ADD COLUMN ties TEXT CHECK (ties IS NULL OR ties IN ('price', 'social', 'structural'));
ALTER TABLE client ADD COLUMN manner TEXT CHECK (manner IS NULL OR manner IN ('adherent', 'rational'));
ALTER TABLE client ADD COLUMN prizes TEXT CHECK (prizes <> '');                -- what it values
ALTER TABLE client ADD COLUMN puts_up_with TEXT CHECK (puts_up_with <> '');
ALTER TABLE client ADD COLUMN interval_days INTEGER CHECK (interval_days BETWEEN 1 AND 3660);
ALTER TABLE client ADD COLUMN barred_on TEXT CHECK (barred_on GLOB '????-??-??');
ALTER TABLE client ADD COLUMN barred_why TEXT CHECK ((barred_why IS NULL) = (barred_on IS NULL));

ALTER TABLE person ADD COLUMN prefers TEXT CHECK (prefers IS NULL OR prefers IN ('call', 'message', 'email', 'mail', 'meeting'));
ALTER TABLE person ADD COLUMN declines TEXT CHECK (declines <> '');            -- kinds of contact, a space between two
ALTER TABLE person ADD COLUMN unsaid TEXT CHECK (unsaid <> '');

-- How the alerts are kept has changed.
UPDATE derived_book SET day = NULL;

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
