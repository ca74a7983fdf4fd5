-- Schema 1. The journal is the truth; every other table is a projection of it and is rebuilt by replay, except for
-- trail (recomputed by the rules) and blob (named by its hash).

-- One row per part of an operation. payload is the exact text that was hashed; the last part of an operation carries the
-- number of its parts, earlier ones 0.
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    op_id BLOB NOT NULL,
    part INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    payload TEXT NOT NULL,
    hash BLOB NOT NULL,
    UNIQUE (op_id, part)
) STRICT;

-- Where the chain ends.
CREATE TABLE head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT;

-- Who entered a part and on which day, for rows that name it; first_seq is part 1 of its operation.
CREATE TABLE entry (
    seq INTEGER PRIMARY KEY,
    first_seq INTEGER NOT NULL,
    today TEXT NOT NULL,
    actor TEXT NOT NULL
) STRICT;

CREATE INDEX entry_first ON entry (first_seq);

-- Which parts touch an objective.
CREATE TABLE touch (
    objective INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (objective, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX touch_seq ON touch (seq);

-- Operations taken back, each named by its last part.
CREATE TABLE undone (
    seq INTEGER PRIMARY KEY,
    by_seq INTEGER NOT NULL
) STRICT;

-- The highest number ever given to a kind of row: numbers are not used twice.
CREATE TABLE last_id (
    entity TEXT PRIMARY KEY,
    id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The register itself.
CREATE TABLE register (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seq INTEGER NOT NULL,
    uuid TEXT NOT NULL,
    organization TEXT NOT NULL,
    demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
    created_at TEXT NOT NULL
) STRICT;

-- Settings that change a judgement, each from a day on.
CREATE TABLE setting (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    name TEXT NOT NULL,
    effective TEXT NOT NULL,
    value TEXT NOT NULL,
    recorded_on TEXT NOT NULL
) STRICT;

-- Objectives: the code and the closing; seq is also raised by a change of a version.
CREATE TABLE objective (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    code TEXT NOT NULL COLLATE NOCASE UNIQUE,
    created_on TEXT NOT NULL,
    retired_on TEXT,
    outcome TEXT,
    closing_reason TEXT,
    successor TEXT,
    closed_on TEXT
) STRICT;

-- Versions of the content of an objective. Decimals are texts, lists are JSON.
CREATE TABLE version (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    objective INTEGER NOT NULL REFERENCES objective (id),
    number INTEGER NOT NULL,
    draft INTEGER NOT NULL CHECK (draft IN (0, 1)),
    recorded_on TEXT NOT NULL,
    effective TEXT,
    reason TEXT,
    approved_on TEXT,
    approved_by TEXT,
    approved_ref TEXT,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    level TEXT,
    function TEXT,
    parent TEXT,
    owner TEXT,
    metric TEXT,
    formula TEXT,
    data_source TEXT,
    unit TEXT,
    direction TEXT,
    operator TEXT,
    baseline TEXT,
    baseline_date TEXT,
    baseline_estimated INTEGER CHECK (baseline_estimated IN (0, 1)),
    target TEXT,
    target_high TEXT,
    warn TEXT,
    floor TEXT,
    required_met INTEGER,
    frequency TEXT NOT NULL,
    grace_days INTEGER,
    fiscal_year_start INTEGER,
    start TEXT NOT NULL,
    due TEXT,
    waypoints TEXT,
    criteria TEXT,
    what TEXT,
    resources TEXT,
    how_evaluated TEXT,
    evaluator TEXT,
    collector TEXT,
    metric_owner TEXT,
    why_target TEXT,
    links TEXT,
    tags TEXT,
    start_derived INTEGER CHECK (start_derived IN (0, 1)),
    UNIQUE (objective, number)
) STRICT;
CREATE INDEX version_parent ON version (parent);

-- Criteria fulfilled.
CREATE TABLE criterion (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    objective INTEGER NOT NULL REFERENCES objective (id),
    number INTEGER NOT NULL,
    done TEXT NOT NULL,
    evidence TEXT,
    recorded_on TEXT NOT NULL
) STRICT;

CREATE INDEX criterion_objective ON criterion (objective);

-- Somebody looked at a milestone.
CREATE TABLE checkin (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    objective INTEGER NOT NULL REFERENCES objective (id),
    day TEXT NOT NULL,
    note TEXT,
    stated_by TEXT,
    recorded_on TEXT NOT NULL
) STRICT;

CREATE INDEX checkin_objective ON checkin (objective);

-- Periods explained as not measured.
CREATE TABLE not_measured (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    objective INTEGER NOT NULL REFERENCES objective (id),
    period_end TEXT NOT NULL,
    reason TEXT,
    stated_by TEXT,
    recorded_on TEXT NOT NULL
) STRICT;

CREATE INDEX not_measured_objective ON not_measured (objective);

-- What a reading means, said after it was entered.
CREATE TABLE evaluation (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    objective INTEGER NOT NULL REFERENCES objective (id),
    measured_on TEXT NOT NULL,
    revision INTEGER NOT NULL,
    meaning TEXT,
    evaluated_by TEXT,
    automatic INTEGER CHECK (automatic IN (0, 1)),
    decision TEXT,
    recorded_on TEXT NOT NULL
) STRICT;

CREATE INDEX evaluation_objective ON evaluation (objective);

-- Meetings.
CREATE TABLE review (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    date TEXT NOT NULL,
    attendees TEXT,
    started_at TEXT NOT NULL,
    closed_at TEXT,
    next_date TEXT,
    recorded_on TEXT NOT NULL
) STRICT;

-- Agenda items.
CREATE TABLE review_item (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    review INTEGER NOT NULL REFERENCES review (id),
    position INTEGER NOT NULL,
    objective INTEGER NOT NULL REFERENCES objective (id),
    agenda_group TEXT NOT NULL,
    state TEXT NOT NULL,
    status_before TEXT NOT NULL,
    freshness_before TEXT NOT NULL,
    measured_on TEXT,
    meaning TEXT,
    decision TEXT,
    automatic INTEGER CHECK (automatic IN (0, 1))
) STRICT;

CREATE INDEX review_item_review ON review_item (review, position);

-- Decisions.
CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    objective INTEGER NOT NULL REFERENCES objective (id),
    review INTEGER REFERENCES review (id),
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT,
    decided_by TEXT,
    until TEXT,
    measured_on TEXT,
    recorded_on TEXT NOT NULL
) STRICT;

CREATE INDEX decision_objective ON decision (objective);

-- Tasks.
CREATE TABLE action (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    objective INTEGER REFERENCES objective (id),
    review INTEGER REFERENCES review (id),
    text TEXT NOT NULL,
    owner TEXT,
    due TEXT,
    done_on TEXT,
    evidence TEXT,
    recorded_on TEXT NOT NULL
) STRICT;

CREATE INDEX action_objective ON action (objective);

-- Frozen registers; the bytes are in blob.
CREATE TABLE snapshot (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    name TEXT,
    taken_at TEXT NOT NULL,
    as_of TEXT NOT NULL,
    at_seq INTEGER NOT NULL,
    hash TEXT NOT NULL,
    objectives INTEGER NOT NULL
) STRICT;

-- Readings. value, or numerator and denominator, are integers at one scale: value / 10^scale. Empty columns are "not said";
-- an empty known_from is claimed_on, and where that is empty too, measured_on.
CREATE TABLE reading (
    objective INTEGER NOT NULL REFERENCES objective (id),
    measured_on TEXT NOT NULL,
    revision INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    known_from TEXT,
    imported INTEGER NOT NULL,
    scale INTEGER NOT NULL,
    value INTEGER,
    numerator INTEGER,
    denominator INTEGER,
    claimed_on TEXT,
    reported_by TEXT,
    reported_on TEXT,
    source TEXT,
    evidence TEXT,
    evaluation TEXT,
    evaluated_by TEXT,
    automatic INTEGER,
    decision TEXT,
    reason TEXT,
    voided_seq INTEGER,
    voided_on TEXT,
    PRIMARY KEY (objective, measured_on, revision)
) STRICT, WITHOUT ROWID;

-- The stored inputs of a status. rules_version says by which rules; body is sixtwo's own packed form.
CREATE TABLE trail (
    objective INTEGER PRIMARY KEY REFERENCES objective (id) ON DELETE CASCADE,
    rules_version INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;

-- Bytes under their SHA-256.
CREATE TABLE blob (
    sha256 TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;

-- What was written stays written. These stop accidents; the chain shows what they cannot stop.
CREATE TRIGGER journal_keeps BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'a journal entry is never changed'); END;
CREATE TRIGGER journal_stays BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'a journal entry is never removed'); END;
CREATE TRIGGER reading_stays BEFORE DELETE ON reading
BEGIN SELECT RAISE(ABORT, 'a reading is never removed'); END;
CREATE TRIGGER reading_voids_once BEFORE UPDATE OF voided_seq, voided_on ON reading WHEN old.voided_seq IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a reading is taken back once'); END;
CREATE TRIGGER reading_keeps BEFORE UPDATE OF objective, measured_on, revision, seq, known_from, imported, scale, value,
    numerator, denominator, claimed_on, reported_by, reported_on, source, evidence, evaluation, evaluated_by, automatic,
    decision, reason ON reading
BEGIN SELECT RAISE(ABORT, 'a reading is never changed'); END;
CREATE TRIGGER blob_keeps BEFORE UPDATE ON blob
BEGIN SELECT RAISE(ABORT, 'kept bytes are never changed'); END;
CREATE TRIGGER blob_stays BEFORE DELETE ON blob
BEGIN SELECT RAISE(ABORT, 'kept bytes are never removed'); END;
