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
