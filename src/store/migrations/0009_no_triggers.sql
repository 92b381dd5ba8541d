-- The connection that acts lays the triggers of the journal, and notes there for which action.

DROP TABLE journal_now;
