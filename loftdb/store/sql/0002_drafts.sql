-- Drafts: a draft's last version stands; a discarded one keeps only who and when.
create table draft (
    id integer not null check (id > 0),
    version integer not null check (version > 0),
    state varchar not null check (state in ('open', 'adopted', 'discarded')),
    municipalities integer[] not null,
    content varchar not null,
    source varchar not null,
    registered_by varchar not null,
    registered_at timestamp not null,
    primary key (id)
);

-- What put an agreement, or a change of one, in force.
create table adoption (
    agreement varchar not null,
    draft integer not null,
    relation varchar check (relation in ('revision', 'successor', 'other', 'fill')),
    adopted_on date not null,
    decision varchar not null,
    valid_from date not null,
    reason varchar,
    registered_by varchar not null,
    registered_at timestamp not null,
    submission varchar,
    primary key (agreement, registered_at)
);

-- The day that a promise was dropped for good (Avfört); null while it is in force.
alter table promise add column dropped_from date;
