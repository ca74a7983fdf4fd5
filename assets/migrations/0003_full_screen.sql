-- Schema 3. What was granted of the resources an objective needs, by whom and when, and what was used of it (6.2 i).

ALTER TABLE version ADD COLUMN granted TEXT;
ALTER TABLE version ADD COLUMN granted_by TEXT;
ALTER TABLE version ADD COLUMN granted_on TEXT;
ALTER TABLE version ADD COLUMN spent TEXT;
