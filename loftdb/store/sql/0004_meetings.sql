-- What a municipality calls its council; "BRÅ" until the first row.
create table council (
    municipality integer not null,
    version integer not null check (version > 0),
    name varchar not null check (name <> ''),
    registered_by varchar not null,
    registered_at timestamp not null,
    primary key (municipality, version)
);

-- A council's meetings; the last version holds.
create table meeting (
    id integer not null check (id > 0),
    version integer not null check (version > 0),
    municipality integer not null,
    on_day date not null,
    agreements varchar[] not null,
    stage varchar not null check (stage in ('planned', 'sent', 'held', 'closed', 'cancelled')),
    registered_by varchar not null,
    registered_at timestamp not null,
    primary key (id, version)
);

-- What was sent: the figures themselves, never reckoned again. Nothing may be registered as of known_on or earlier.
create table meeting_freeze (
    meeting integer not null,
    number integer not null check (number > 0),
    known_on timestamp not null,
    judged_on date,
    format integer not null check (format > 0),
    figures varchar not null,
    digest varchar not null check (length(digest) = 64),
    registered_by varchar not null,
    registered_at timestamp not null,
    primary key (meeting, number),
    check (known_on <= registered_at)
);

create table frozen_document (
    meeting integer not null,
    kind varchar not null check (kind in ('state', 'notes', 'notes_text', 'other')),
    number integer not null check (number > 0),
    media_type varchar not null,
    name varchar not null,
    content blob not null,
    digest varchar not null check (length(digest) = 64),
    registered_by varchar not null,
    registered_at timestamp not null,
    primary key (meeting, kind, number)
);

-- What is written at a meeting; the last version holds.
create table meeting_comment (
    meeting integer not null,
    promise varchar not null,
    version integer not null check (version > 0),
    text varchar not null,
    registered_by varchar not null,
    registered_at timestamp not null,
    primary key (meeting, promise, version)
);

-- Year 0 is the whole term; a null verdict takes back what was written.
create table meeting_verdict (
    meeting integer not null,
    promise varchar not null,
    year integer not null check (year >= 0),
    version integer not null check (version > 0),
    verdict varchar check (verdict in ('fulfilled', 'partly', 'not_fulfilled', 'cannot_judge')),
    motivation varchar not null,
    proposed varchar check (proposed in ('fulfilled', 'partly', 'not_fulfilled', 'cannot_judge')),
    registered_by varchar not null,
    registered_at timestamp not null,
    primary key (meeting, promise, year, version)
);

create table decision (
    id integer not null check (id > 0),
    version integer not null check (version > 0),
    meeting integer not null,
    promise varchar,
    action varchar not null check (action <> ''),
    responsible varchar not null check (responsible <> ''),
    due date not null,
    done_on date,
    note varchar not null,
    is_withdrawn boolean not null,
    registered_by varchar not null,
    registered_at timestamp not null,
    primary key (id, version)
);

-- Figures from elsewhere, beside the counts.
create table indicator (
    id integer not null check (id > 0),
    version integer not null check (version > 0),
    agreement varchar not null,
    problem_area varchar,
    name varchar not null check (name <> ''),
    unit varchar not null check (unit <> ''),
    value decimal(18, 3) not null,
    on_day date,
    year integer,
    source varchar not null check (source <> ''),
    is_withdrawn boolean not null,
    registered_by varchar not null,
    registered_at timestamp not null,
    primary key (id, version),
    check ((on_day is null) <> (year is null))
);

-- A deviation that is accepted for a time: who decided (a function), and until when (null: until further notice).
alter table deviation add column decided_by varchar;
alter table deviation add column accepted_until date;
