"""What no constraint guards is asked here, one query per rule: each row found is an Issue, its columns the facts."""

from loftdb.core.errors import Issue
from loftdb.store.database import Database

_MOST = 100
"""Issues of one kind that are listed."""

_ORPHANS = {
    "line_without_activity": (
        "select distinct l.activity, l.version from line l "
        "left join activity_version v on v.activity = l.activity and v.version = l.version where v.activity is null"
    ),
    "line_elsewhere": (
        "select distinct l.activity, l.version, l.municipality from line l "
        "join activity_version v on v.activity = l.activity and v.version = l.version "
        "where v.municipality <> l.municipality or v.registered_at <> l.registered_at"
    ),
    "share_without_measure": (
        "select s.activity, s.version, s.measure from "
        "(select activity, version, unnest(measures) as measure from activity_version) as s "
        "left join measure m on m.number = s.measure where m.number is null"
    ),
    "promise_without_agreement": (
        "select p.id as promise, p.agreement from promise p "
        "left join agreement a on a.id = p.agreement where a.id is null"
    ),
    "measure_without_promise": (
        "select m.id as measure, m.promise from measure m left join promise p on p.id = m.promise where p.id is null"
    ),
    "target_without_measure": (
        "select t.measure, t.valid_from from target t "
        "left join measure m on m.number = t.measure where m.number is null"
    ),
    "season_without_measure": (
        "select s.measure from season s left join measure m on m.number = s.measure where m.number is null"
    ),
    "list_item_without_promise": (
        "select i.key, i.promise from list_item i left join promise p on p.id = i.promise where p.id is null"
    ),
    "duty_without_agreement": (
        "select d.id as duty, d.agreement from duty d left join agreement a on a.id = d.agreement where a.id is null"
    ),
    "adoption_without_agreement": (
        "select distinct d.agreement, d.draft from adoption d "
        "left join agreement a on a.id = d.agreement where a.id is null"
    ),
    "municipality_unknown": (
        "select p.id as promise, p.municipality from "
        "(select id, unnest(municipalities) as municipality from promise union all "
        "select id, unnest(municipalities) as municipality from agreement) as p "
        "left join municipality m on m.code = p.municipality where m.code is null"
    ),
    "sign_off_without_municipality": (
        "select s.municipality, s.party, s.month from sign_off s "
        "left join municipality m on m.code = s.municipality where m.code is null"
    ),
    "status_without_promise": (
        "select s.promise, s.version from status_update s left join promise p on p.id = s.promise where p.id is null"
    ),
    "duty_mark_without_duty": (
        "select distinct s.duty, s.agreement from duty_mark s "
        "left join duty d on d.agreement = s.agreement and d.id = s.duty where d.id is null"
    ),
    "deviation_without_promise": (
        "select distinct v.subject, v.year from deviation v left join promise p on p.id = v.subject "
        "left join measure m on m.id = v.subject where p.id is null and m.id is null"
    ),
    "meeting_without_agreement": (
        "select distinct m.id as meeting, m.agreement from (select id, unnest(agreements) as agreement from meeting) "
        "as m left join agreement a on a.id = m.agreement where a.id is null"
    ),
    "minutes_without_meeting": (
        "select distinct w.meeting from (select meeting from meeting_comment union select meeting from meeting_verdict "
        "union select meeting from decision) as w left join meeting m on m.id = w.meeting where m.id is null"
    ),
}
"""Rows that point at nothing."""

_DISAGREEMENTS = {
    "lines_disagree": (
        "with latest as (select activity, max(version) as version from activity_version group by activity), "
        "said as (select v.activity, v.state, v.precision, unnest(v.measures) as measure, unnest(v.counts) as count "
        "from activity_version v join latest using (activity, version)), "
        "held as (select activity, measure, state, precision, sum(count)::bigint as count from line "
        "group by activity, measure, state, precision having sum(count) <> 0) "
        "select coalesce(s.activity, h.activity) as activity, coalesce(s.measure, h.measure) as measure, "
        "coalesce(s.count, 0) as said, coalesce(h.count, 0) as held "
        "from (select * from said where state <> 'withdrawn') as s full join held h on h.activity = s.activity "
        "and h.measure = s.measure and h.state = s.state and h.precision = s.precision "
        "where coalesce(s.count, 0) <> coalesce(h.count, 0)"
    ),
    "versions_not_consecutive": (
        "select activity, count(*) as versions, max(version) as last from activity_version "
        "group by activity having min(version) <> 1 or max(version) <> count(*)"
    ),
    "registered_out_of_order": (
        "select activity, version from (select activity, version, registered_at, "
        "lag(registered_at) over (partition by activity order by version) as before from activity_version) as steps "
        "where registered_at < before"
    ),
    "submission_twice": (
        "select v.submission, min(v.activity) as activity from activity_version v "
        "left join submission s on s.key = v.submission and s.registered_at = v.registered_at "
        "where v.submission is not null and s.key is null group by v.submission"
    ),
    "frozen_figures_changed": "select meeting, number from meeting_freeze where sha256(figures) <> digest",
    "frozen_document_changed": "select meeting, name from frozen_document where sha256(content) <> digest",
}
"""Rows that contradict each other."""


def check(database: Database) -> tuple[Issue, ...]:
    """Return every orphan and disagreement, at most a hundred of each kind; nothing is changed."""
    with database.reading() as cursor:
        found = []
        for code, query in {**_ORPHANS, **_DISAGREEMENTS}.items():
            rows = cursor.execute(f"{query} limit {_MOST}").fetchall()
            names = [column[0] for column in cursor.description or ()]
            found += [Issue(code, facts=dict(zip(names, row, strict=True))) for row in rows]
    return tuple(found)


def demand_answer(database: Database) -> None:
    """Raise StoreError unless the open database can be read."""
    with database.reading() as cursor:
        cursor.execute("select clock from installation").fetchall()
