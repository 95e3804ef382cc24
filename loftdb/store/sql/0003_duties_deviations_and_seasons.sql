-- What is said of each time that a duty is owed; the last version holds, and one without a day takes back those before it.
create table duty_mark (
    agreement varchar not null,
    duty varchar not null,
    occasion varchar not null,
    version integer not null check (version > 0),
    on_day date,
    paragraph varchar not null,
    case_number varchar not null,
    registered_by varchar not null,
    registered_at timestamp not null,
    primary key (agreement, duty, occasion, version)
);

-- Avvikelse och orsak, of a measure or of a promise told in words; year 0 is the whole term.
create table deviation (
    subject varchar not null,
    year integer not null check (year >= 0),
    version integer not null check (version > 0),
    internal_text varchar not null,
    public_text varchar not null,
    registered_by varchar not null,
    registered_at timestamp not null,
    primary key (subject, year, version)
);

-- A season may also follow a school calendar: its days are kept as they were when it was chosen. A CHECK cannot be
-- widened, so the table is made anew.
create table season_by_calendar (
    measure integer not null,
    version integer not null check (version > 0),
    kind varchar not null check (kind in ('even', 'school_days', 'months', 'dates')),
    months integer[] not null,
    dates date[] not null,
    valid_from date not null,
    registered_by varchar not null,
    registered_at timestamp not null,
    decision varchar,
    reason varchar,
    primary key (measure, version)
);
insert into season_by_calendar select * from season;
drop table season;
alter table season_by_calendar rename to season;
