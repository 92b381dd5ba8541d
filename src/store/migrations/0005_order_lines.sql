-- Facts: what an order was made of, where that is known.

CREATE TABLE order_line (
  id       INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders ON DELETE CASCADE,
  item     TEXT NOT NULL CHECK (item <> ''),
  amount   INTEGER                                -- hundredths of the order's currency, NULL: not known
) STRICT;
CREATE INDEX order_line_by_order ON order_line (order_id);

-- The usual threshold of overdue is another one now.
UPDATE derived_book SET day = NULL;
