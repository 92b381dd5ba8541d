-- What is open on a day is what has no end, or a later one: it is found by the end.

DROP INDEX promise_by_due;
DROP INDEX complaint_by_next;
DROP INDEX parting_by_due;
CREATE INDEX promise_by_end ON promise (ended_on);
CREATE INDEX complaint_by_end ON complaint (closed_on);
CREATE INDEX parting_by_end ON parting (done_on);
