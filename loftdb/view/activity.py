"""One activity, and its history: every version with who, when and what changed."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from loftdb.core.entries import Counted
from loftdb.core.model import Activity, ActivityState, Entry, Precision
from loftdb.view import shell
from loftdb.view.log_table import mark_list, marks
from loftdb.view.markup import Html, joined, page_link, tag
from loftdb.view.rows import Link
from loftdb.view.texts import activities as words
from loftdb.view.texts.labels import label

STYLE = """
.loft-activity h1{padding:0;margin:.25rem 0}
.loft-activity h1::first-letter{text-transform:uppercase}
.loft-activity p{margin:.25rem 0}
.loft-facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.4rem 1.5rem;margin:1rem 0}
.loft-facts dt{opacity:.85}
.loft-facts dd{margin:0;overflow-wrap:anywhere;font-weight:600}
.loft-facts dd a{font-weight:600}
.loft-activity .loft-back{display:inline-flex;align-items:center;min-height:44px}
.loft-versions{list-style:none;margin:0;padding:0!important;max-width:60rem}
.loft-versions li{margin:0;padding:.6rem 0 .6rem 1rem;font-size:1em;
border-left:3px solid color-mix(in srgb,currentColor 35%,transparent)}
.loft-versions ul{margin:.25rem 0 0;padding-left:1.1rem!important}
.loft-versions ul li{border:0;padding:.1rem 0}
.loft-versions del{opacity:.85}
.loft-versions ins{text-decoration:none;font-weight:600}
.st-key-correction{max-width:44rem}
@media (forced-colors:active){.loft-versions li{border-color:CanvasText}}
"""


def heading(now: Activity, is_late: bool, known: Counted, back: str) -> Html:
    """Return what the activity is, where and when, with the way back to the list."""
    agreement, promise, _ = next(known[share.measure] for share in now.entry.shares if share.measure in known)
    return tag(
        "div",
        page_link(back, f"← {words.BACK}", class_="loft-link loft-back"),
        tag("h1", words.what(now, known)),
        tag("p", f"{words.home_name(agreement, promise)} · {words.when_in_words(now.entry)}"),
        tag("p", mark_list(marks(now, is_late))),
        class_="loft-activity",
    )


def facts(now: Activity, known: Counted, link: Link) -> Html:
    """Return the rest of what is known of the activity, with links to its promises."""
    entry = now.entry
    shares = [known[share.measure] for share in entry.shares if share.measure in known]
    promises = joined(*(_promise_link(each.title, link(each.id, entry.days.last.year)) for _, each, _ in shares))
    said: list[tuple[str, str | Html]] = [(words.fact("promise"), promises), (words.fact("state"), words.state(entry))]
    said += [(words.fact(name), text) for name, text in _texts(entry).items() if text]
    return tag("dl", *(part for name, text in said for part in (tag("dt", name), tag("dd", text))), class_="loft-facts")


def history(versions: Sequence[Activity], known: Counted) -> Html:
    """Return the versions, the newest first, each with what it changed."""
    steps = [_step(first, known, None) for first in versions[:1]]
    steps += [_step(after, known, before) for before, after in pairwise(versions)]
    return tag("ol", *reversed(steps), class_="loft-versions", reversed=True, role="list")


def _promise_link(title: str, address: str) -> Html:
    return tag("span", page_link(address, title), class_="loft-share")


def _texts(entry: Entry) -> dict[str, str]:
    weeks = words.when(entry) if entry.weeks else ""
    return {"weeks": weeks, "place": entry.place, "note": entry.note, "source": entry.source}


def _step(version: Activity, known: Counted, before: Activity | None) -> Html:
    who = f"{label(version.party)}, {shell.author_name(version.by)}"
    changes = tuple(_changes(before, version, known)) if before else ()
    return tag(
        "li",
        tag("strong", f"{_verb(version, before)} {words.moment(version.registered_at)}"),
        tag("span", f" · {who}"),
        tag("ul", *changes) if changes else None,
    )


def _verb(version: Activity, before: Activity | None) -> str:
    if before is None:
        return words.REGISTERED
    if version.entry.state is ActivityState.WITHDRAWN:
        return label(ActivityState.WITHDRAWN)
    return words.BACK_AGAIN if before.entry.state is ActivityState.WITHDRAWN else words.CORRECTED


def _changes(before: Activity, after: Activity, known: Counted) -> Iterator[Html]:
    old, new = _said(before, known), _said(after, known)
    if ActivityState.WITHDRAWN not in (before.entry.state, after.entry.state):
        old[words.fact("state")], new[words.fact("state")] = words.state(before.entry), words.state(after.entry)
    for name in [*old, *(name for name in new if name not in old)]:
        was, became = old.get(name, ""), new.get(name, "")
        if was != became:
            yield tag("li", f"{name}: ", tag("del", was or words.NOTHING), " → ", tag("ins", became or words.NOTHING))


def _said(activity: Activity, known: Counted) -> dict[str, str]:
    """Return everything that a version says, by what it is called."""
    entry = activity.entry
    counts = {
        known[share.measure][1].title: words.amount(share.count, known[share.measure][2], Precision.EXACT)
        for share in entry.shares
        if share.measure in known
    }
    return {
        words.HEADINGS[0]: words.when(entry),
        **counts,
        words.PRECISION_NAME: label(entry.precision),
        words.fact("place"): entry.place,
        words.fact("note"): entry.note,
        words.fact("source"): entry.source,
    }
