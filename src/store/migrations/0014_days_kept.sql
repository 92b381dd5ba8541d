-- Facts: the day a promise was made for before it was moved, and the day set by hand that a touch met. NULL stands for neither,
-- so that rows of older files and of the journal hold as they are.

ALTER TABLE promise ADD COLUMN first_due TEXT CHECK (first_due GLOB '????-??-??');   -- NULL: it was never moved
ALTER TABLE promise ADD COLUMN moves INTEGER CHECK (moves > 0);                      -- how often, NULL: never
ALTER TABLE touch ADD COLUMN met TEXT CHECK (met GLOB '????-??-??');                 -- the next step it did away with

-- The last touch of each kind, however many there are.
CREATE INDEX touch_by_kind ON touch (client_id, kind, day);
