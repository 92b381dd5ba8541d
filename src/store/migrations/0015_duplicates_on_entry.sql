-- What a client or a person that is entered may share with another client is looked up, not looked for.

CREATE INDEX channel_by_value ON channel (value COLLATE NOCASE);
CREATE INDEX client_by_tax_id ON client (tax_id) WHERE tax_id <> '';

-- An alert tells more of the client's own gaps than those that are kept.

DELETE FROM derived_alert;
UPDATE derived_client SET level = NULL;
UPDATE derived_book SET day = NULL;
