-- Schema 2. What clause 6.2 asks beyond readings: where an objective comes from, who is who, which edition of the list was
-- approved and told, what a refresh answered, which audits are planned and which findings somebody accepts.

ALTER TABLE objective ADD COLUMN closed_by TEXT;
ALTER TABLE objective ADD COLUMN closing_ref TEXT;

-- begins: first day the content of a version counts; until then the version before it stands. cause: what made the change
-- necessary. series: whether values before and after a changed definition can be compared.
ALTER TABLE version ADD COLUMN population TEXT;
ALTER TABLE version ADD COLUMN cascade_note TEXT;
ALTER TABLE version ADD COLUMN review_on TEXT;
ALTER TABLE version ADD COLUMN begins TEXT;
ALTER TABLE version ADD COLUMN cause TEXT;
ALTER TABLE version ADD COLUMN series TEXT;
ALTER TABLE version ADD COLUMN approvers TEXT;

-- What objectives serve: commitments, risks, treatments, requirements, findings, events, priorities.
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    reference TEXT NOT NULL COLLATE NOCASE,
    title TEXT NOT NULL,
    detail TEXT,
    level TEXT,
    owner TEXT,
    status TEXT NOT NULL,
    closed_on TEXT,
    policy TEXT,
    policy_version TEXT,
    party TEXT,
    requirement TEXT,
    mandated INTEGER CHECK (mandated IN (0, 1)),
    covered_by TEXT,
    treats TEXT,
    due TEXT,
    acceptance TEXT,
    day TEXT,
    significant INTEGER CHECK (significant IN (0, 1)),
    recorded_on TEXT NOT NULL,
    UNIQUE (kind, reference)
) STRICT;

-- People, roles and functions with the time they are active.
CREATE TABLE directory (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL COLLATE NOCASE,
    role TEXT,
    function TEXT,
    email TEXT,
    active_from TEXT,
    active_until TEXT,
    successor TEXT,
    recorded_on TEXT NOT NULL,
    UNIQUE (kind, name)
) STRICT;

-- A hand-over, a reorganization, a bulk edit: one name for changes of several objectives.
CREATE TABLE rearrangement (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    begins TEXT NOT NULL,
    giver TEXT,
    taker TEXT,
    codes TEXT,
    actions TEXT,
    reason TEXT,
    accepted_by TEXT,
    accepted_on TEXT,
    recorded_on TEXT NOT NULL
) STRICT;

-- Approved editions of the whole list; the number is the id.
CREATE TABLE edition (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    why TEXT NOT NULL,
    cause TEXT,
    body TEXT NOT NULL,
    people TEXT,
    minutes TEXT,
    approved_on TEXT NOT NULL,
    members TEXT NOT NULL,
    recorded_on TEXT NOT NULL
) STRICT;

-- Who was told what, where and when.
CREATE TABLE communication (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    objective INTEGER REFERENCES objective (id),
    version INTEGER,
    edition INTEGER,
    reach TEXT NOT NULL,
    audience TEXT NOT NULL,
    channel TEXT,
    place TEXT,
    day TEXT NOT NULL,
    told_by TEXT,
    recorded_on TEXT NOT NULL
) STRICT;

CREATE INDEX communication_objective ON communication (objective);

-- Who confirmed to know it.
CREATE TABLE acknowledgement (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    objective INTEGER REFERENCES objective (id),
    version INTEGER,
    edition INTEGER,
    person TEXT NOT NULL,
    day TEXT NOT NULL,
    note TEXT,
    recorded_on TEXT NOT NULL
) STRICT;

CREATE INDEX acknowledgement_objective ON acknowledgement (objective);

-- A walk through the whole list; the number is the id.
CREATE TABLE refresh (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    cause TEXT NOT NULL,
    event INTEGER REFERENCES source (id),
    started_on TEXT NOT NULL,
    closed_on TEXT,
    edition INTEGER,
    no_change TEXT,
    recorded_on TEXT NOT NULL
) STRICT;

-- What the walk answered for one objective.
CREATE TABLE refresh_line (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    refresh INTEGER NOT NULL REFERENCES refresh (id),
    objective INTEGER NOT NULL REFERENCES objective (id),
    answer TEXT NOT NULL,
    reason TEXT,
    successor TEXT,
    recorded_on TEXT NOT NULL,
    UNIQUE (refresh, objective)
) STRICT;

CREATE INDEX refresh_line_objective ON refresh_line (objective);

-- Audits, held and planned.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    auditor TEXT,
    note TEXT,
    recorded_on TEXT NOT NULL
) STRICT;

-- Readiness findings somebody accepts, with a reason and an end.
CREATE TABLE dismissal (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    rule TEXT NOT NULL,
    subject TEXT NOT NULL,
    reason TEXT NOT NULL,
    person TEXT NOT NULL,
    until TEXT NOT NULL,
    lifted_on TEXT,
    recorded_on TEXT NOT NULL
) STRICT;
