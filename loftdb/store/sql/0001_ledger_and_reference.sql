-- What the file is: one row. A demo's clock stands still; sorted_lines is how far "line" lies in (municipality, date) order.
create table installation (
    program varchar not null check (program = 'loftdb'),
    clock timestamp,
    sorted_lines bigint not null check (sorted_lines >= 0)
);
insert into installation values ('loftdb', null, 0);

-- The ledger: append-only, except that a redaction blanks text.
create table submission (
    key varchar primary key,
    registered_at timestamp not null
);

create table activity_version (
    activity bigint not null check (activity > 0),
    version integer not null check (version > 0),
    municipality integer not null,
    kind varchar not null check (kind in ('single', 'batch', 'annual')),
    state varchar not null check (state in ('planned', 'done', 'cancelled', 'withdrawn')),
    starts date not null,
    ends date not null,
    measures integer[] not null,
    counts bigint[] not null,
    weeks date[] not null,
    precision varchar not null check (precision in ('exact', 'estimated', 'at_least')),
    place varchar not null,
    note varchar not null,
    reason varchar check (reason in ('redeployed', 'illness', 'weather', 'other')),
    source varchar not null,
    redacted boolean not null,
    registered_by varchar not null,
    party varchar not null check (party in ('police', 'municipality', 'other')),
    registered_at timestamp not null,
    submission varchar,
    primary key (activity, version),
    check (starts < ends)
);

create table line (
    activity bigint not null,
    version integer not null,
    measure integer not null,
    municipality integer not null,
    date date not null,
    week date,
    month date,
    state varchar not null check (state in ('planned', 'done', 'cancelled')),
    precision varchar not null check (precision in ('exact', 'estimated', 'at_least')),
    count bigint not null check (count <> 0),
    registered_at timestamp not null
);

create table redaction (
    activity bigint not null,
    version integer not null,
    registered_by varchar not null,
    registered_at timestamp not null
);

create table status_update (
    promise varchar not null,
    version integer not null check (version > 0),
    on_day date not null,
    status varchar check (status in ('not_begun', 'begun', 'ongoing', 'done', 'delayed', 'dropped')),
    done varchar not null,
    next_step varchar not null,
    covered varchar[] not null,
    registered_by varchar not null,
    registered_at timestamp not null,
    primary key (promise, version)
);

create table sign_off (
    municipality integer not null,
    party varchar not null check (party in ('police', 'municipality')),
    month date not null check (extract(day from month) = 1),
    registered_by varchar not null,
    registered_at timestamp not null,
    primary key (municipality, party, month)
);

-- Reference data: every change is a new version; version 1 is known from always.
create table municipality (
    code integer not null check (code between 100 and 9999),
    version integer not null check (version > 0),
    name varchar not null,
    valid_from date not null,
    registered_by varchar not null,
    registered_at timestamp not null,
    decision varchar,
    reason varchar,
    primary key (code, version)
);

create table agreement (
    id varchar not null,
    version integer not null check (version > 0),
    title varchar not null,
    starts date not null,
    ends date not null,
    followed_from date not null,
    district varchar not null,
    municipalities integer[] not null,
    problem_areas varchar[] not null,
    source varchar not null,
    replaces varchar,
    valid_from date not null,
    registered_by varchar not null,
    registered_at timestamp not null,
    decision varchar,
    reason varchar,
    primary key (id, version),
    check (starts < ends)
);

create table promise (
    id varchar not null,
    version integer not null check (version > 0),
    agreement varchar not null,
    position integer not null check (position > 0),
    heading varchar not null,
    title varchar not null,
    summary varchar not null,
    parties varchar[] not null,
    third_parties varchar[] not null,
    kind varchar not null check (kind in ('count', 'list', 'quality')),
    municipalities integer[] not null,
    occasion varchar,
    wording varchar,
    conditional varchar,
    sensitive boolean not null,
    announced boolean not null,
    predecessor varchar,
    valid_from date not null,
    registered_by varchar not null,
    registered_at timestamp not null,
    decision varchar,
    reason varchar,
    primary key (id, version)
);

create table measure (
    number integer not null check (number > 0),
    version integer not null check (version > 0),
    id varchar not null,
    promise varchar not null,
    singular varchar not null,
    plural varchar not null,
    minutes boolean not null,
    valid_from date not null,
    registered_by varchar not null,
    registered_at timestamp not null,
    decision varchar,
    reason varchar,
    primary key (number, version)
);

create table target (
    measure integer not null,
    valid_from date not null,
    version integer not null check (version > 0),
    value bigint check (value >= 0),
    value_max bigint,
    per varchar not null check (per in ('week', 'month', 'quarter', 'half-year', 'school-term', 'year', 'term')),
    comparator varchar not null check (comparator in ('>=', '=', '<=', 'range')),
    every integer not null check (every > 0),
    average boolean not null,
    interpretation varchar,
    interpreted_by varchar,
    interpreted_on date,
    agreed boolean,
    other_per varchar check (other_per in ('week', 'month', 'quarter', 'half-year', 'school-term', 'year', 'term')),
    registered_by varchar not null,
    registered_at timestamp not null,
    decision varchar,
    reason varchar,
    primary key (measure, valid_from, version),
    check ((comparator = 'range') = (value_max is not null)),
    check (value_max >= value),
    check ((interpretation is null) = (interpreted_by is null)),
    check ((interpretation is null) = (interpreted_on is null))
);

create table season (
    measure integer not null,
    version integer not null check (version > 0),
    kind varchar not null check (kind in ('even', 'months', 'dates')),
    months integer[] not null,
    dates date[] not null,
    valid_from date not null,
    registered_by varchar not null,
    registered_at timestamp not null,
    decision varchar,
    reason varchar,
    primary key (measure, version)
);

create table list_item (
    promise varchar not null,
    key varchar not null,
    version integer not null check (version > 0),
    position integer not null check (position > 0),
    name varchar not null,
    valid_from date not null,
    registered_by varchar not null,
    registered_at timestamp not null,
    decision varchar,
    reason varchar,
    primary key (promise, key, version)
);

create table duty (
    agreement varchar not null,
    id varchar not null,
    version integer not null check (version > 0),
    position integer not null check (position > 0),
    title varchar not null,
    to_whom varchar not null,
    recurrence varchar not null check (recurrence in ('once', 'yearly', 'per_meeting')),
    starts date,
    ends date,
    valid_from date not null,
    registered_by varchar not null,
    registered_at timestamp not null,
    decision varchar,
    reason varchar,
    primary key (agreement, id, version),
    check ((starts is null) = (ends is null)),
    check (starts < ends)
);

-- The program's own limits stand until the first row here: unlike the others, no row is known from always.
create table thresholds (
    valid_from date not null,
    version integer not null check (version > 0),
    pace_excess integer not null check (pace_excess > 0),
    late_share integer not null check (late_share between 0 and 100),
    missing_for_behind integer not null check (missing_for_behind > 0),
    small_target integer not null check (small_target >= 0),
    held_on_track integer not null check (held_on_track between 0 and 100),
    held_slightly_behind integer not null check (held_slightly_behind between 0 and 100),
    registered_by varchar not null,
    registered_at timestamp not null,
    decision varchar,
    reason varchar,
    primary key (valid_from, version)
);
