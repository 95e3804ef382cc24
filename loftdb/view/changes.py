"""What a new version or the next agreement changes, promise by promise: the old words stand beside the new."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from loftdb.core.drafts import Change, ChangeKind, Difference, Draft, Relation, compare, compare_whole
from loftdb.core.model import Agreement
from loftdb.view.draft import positions
from loftdb.view.markup import Html, joined, tag
from loftdb.view.reading import badge
from loftdb.view.texts import new_agreement as words
from loftdb.view.texts.draft_fields import NOTHING, fact_name, field_name, written

STYLE = """
.loft-changes{list-style:none;margin:.5rem 0!important;padding:0!important}
.loft-changes>li{margin:0!important;padding:.6rem 0!important;font-size:1em;
border-top:1px solid color-mix(in srgb,currentColor 20%,transparent)}
.loft-kind{display:inline-block;min-width:6.5rem;font-weight:600}
.loft-sides{display:grid;grid-template-columns:1fr 1fr;gap:.15rem 1rem;margin:.35rem 0 0}
.loft-sides p{margin:0!important;overflow-wrap:anywhere}
.loft-sides .loft-field{grid-column:1/-1;font-size:.875em;opacity:.85}
.loft-before{text-decoration:line-through;text-decoration-thickness:1px}
.loft-after{font-weight:600}
.loft-same{opacity:.85}
@media (max-width:40rem){.loft-sides{grid-template-columns:1fr}}
"""

_KINDS = {
    ChangeKind.UNCHANGED: ("Oförändrat", "oförändrade", "oförändrat"),
    ChangeKind.CHANGED: ("Ändrat", "ändrade", "ändrat"),
    ChangeKind.NEW: ("Nytt", "nya", "nytt"),
    ChangeKind.REMOVED: ("Borttaget", "borttagna", "borttaget"),
}
_FILLED = {
    ChangeKind.UNCHANGED: ("Oförändrat", "oförändrade", "oförändrat"),
    ChangeKind.CHANGED: ("Fylls i", "fylls i", "fylls i"),
    ChangeKind.NEW: ("Hör inte till något löfte", "hör inte till något löfte", "hör inte till något löfte"),
    ChangeKind.REMOVED: ("Hittades inte i texten", "hittades inte i texten", "hittades inte i texten"),
}
"""What becomes of a promise whose exact wording is filled in, and of nothing else."""
_ORDER = (ChangeKind.CHANGED, ChangeKind.NEW, ChangeKind.REMOVED, ChangeKind.UNCHANGED)


def relation(draft: Draft, agreement: Agreement | None) -> Html:
    """Return the question of what the draft is, or the answer that was given."""
    if draft.relation is None:
        return tag("p", tag("strong", words.RELATED))
    said = words.relation_label(draft.relation, agreement) if agreement else words.OTHER_AGREEMENT
    return tag("p", tag("strong", f"{said}."))


def comparison(old: Agreement, draft: Draft) -> Html:
    """Return every promise of both with what becomes of it, the changed first; the agreement's own facts above them."""
    is_filling = draft.relation is Relation.FILL
    found = [_wording_only(each) for each in compare(old, draft)] if is_filling else compare(old, draft)
    whole = () if is_filling else compare_whole(old, draft)
    named, numbered = _FILLED if is_filling else _KINDS, positions(draft)
    counts = ((kind, sum(each.kind is kind for each in found)) for kind in _ORDER)
    told = ", ".join(f"{count} {named[kind][2 if count == 1 else 1]}" for kind, count in counts if count)
    ordered = sorted(found, key=lambda each: _ORDER.index(each.kind))
    facts = tag("li", tag("strong", words.FACTS), sides(whole, fact_name)) if whole else None
    items = (_item(each, named[each.kind][0], numbered) for each in ordered)
    heading = tag("p", tag("strong", f"{old.title}: {told}."))
    listing = tag("ul", facts, *items, class_="loft-changes", role="list")
    return tag("div", heading, listing, class_="loft-card")


def _wording_only(change: Change) -> Change:
    differences = tuple(each for each in change.differences if each.field == "wording")
    kind = ChangeKind.UNCHANGED if change.kind is ChangeKind.CHANGED and not differences else change.kind
    return replace(change, kind=kind, differences=differences)


def _item(change: Change, named: str, numbered: Mapping[str, int]) -> Html:
    kind = tag("span", f"{named} ", class_="loft-kind")
    number = badge(numbered[change.new.key]) if change.new and change.new.key in numbered else None
    one = change.old or change.new
    same = "loft-same" if change.kind is ChangeKind.UNCHANGED else None
    return tag("li", kind, number, one.title if one else "", sides(change.differences), class_=same)


def sides(differences: Sequence[Difference], named: Callable[[str], str] = field_name) -> Html | None:
    """Return each field that differs, what it was beside what it is; null for none."""
    if not differences:
        return None
    return tag("div", *(_side(each, named(each.field)) for each in differences), class_="loft-sides")


def _side(difference: Difference, name: str) -> Html:
    before, after = written(difference.field, difference.before), written(difference.field, difference.after)
    was = None if before == NOTHING else "loft-before"
    return joined(
        tag("p", name, class_="loft-field"),
        tag("p", tag("span", "Förut: ", class_="loft-heard"), tag("span", before, class_=was)),
        tag("p", tag("span", "Nu: ", class_="loft-heard"), tag("span", after, class_="loft-after")),
    )
