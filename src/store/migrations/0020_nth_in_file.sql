-- What an order was in the file it came from follows from the order, but for which of its equals there it was. It is
-- written out only once the order is changed; those of before keep it written out.

ALTER TABLE orders ADD COLUMN nth INTEGER CHECK (nth > 0);
