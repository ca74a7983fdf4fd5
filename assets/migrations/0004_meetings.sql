-- Meetings that are planned and prepared before they start, and minutes that are frozen when they close (9.3.2, 9.3.3).
-- A meeting that is only planned has an empty started_at.

ALTER TABLE review ADD COLUMN host TEXT;
ALTER TABLE review ADD COLUMN assessment TEXT;
ALTER TABLE review ADD COLUMN assessment_on TEXT;
ALTER TABLE review ADD COLUMN steps TEXT;
ALTER TABLE review ADD COLUMN refresh TEXT;
ALTER TABLE review ADD COLUMN no_change TEXT;
ALTER TABLE review ADD COLUMN minutes_hash TEXT;

ALTER TABLE review_item ADD COLUMN seconds INTEGER;

-- Who lets an objective be as it is for now, where the decision is to accept.
ALTER TABLE decision ADD COLUMN approver TEXT;

-- A corrective action removes a cause, and somebody looks later whether it did (10.2).
ALTER TABLE action ADD COLUMN kind TEXT;
ALTER TABLE action ADD COLUMN cause TEXT;
ALTER TABLE action ADD COLUMN check_on TEXT;
ALTER TABLE action ADD COLUMN checked_on TEXT;
ALTER TABLE action ADD COLUMN helped INTEGER CHECK (helped IN (0, 1));
ALTER TABLE action ADD COLUMN check_note TEXT;

-- What is said on a point of the agenda of clause 9.3.2.
CREATE TABLE agenda_note (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    review INTEGER NOT NULL REFERENCES review (id),
    topic TEXT NOT NULL,
    text TEXT NOT NULL,
    stated_by TEXT,
    recorded_on TEXT NOT NULL,
    UNIQUE (review, topic)
) STRICT;

-- What is prepared before the meeting for an objective that lags.
CREATE TABLE preparation (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    review INTEGER NOT NULL REFERENCES review (id),
    objective INTEGER NOT NULL REFERENCES objective (id),
    cause TEXT,
    options TEXT,
    wanted TEXT,
    stated_by TEXT,
    recorded_on TEXT NOT NULL,
    UNIQUE (review, objective)
) STRICT;

CREATE INDEX preparation_objective ON preparation (objective);

-- Whether what was decided still stands after a value that stood in closed minutes was corrected.
CREATE TABLE correction_answer (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    review INTEGER NOT NULL REFERENCES review (id),
    objective INTEGER NOT NULL REFERENCES objective (id),
    shown_in INTEGER NOT NULL REFERENCES review (id),
    measured_on TEXT NOT NULL,
    value TEXT,
    stands INTEGER CHECK (stands IN (0, 1)),
    reason TEXT NOT NULL,
    stated_by TEXT,
    recorded_on TEXT NOT NULL
) STRICT;

CREATE INDEX correction_answer_objective ON correction_answer (objective);
