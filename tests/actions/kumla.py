"""An invented agreement of Kumla: a draft of it kept, adopted and revised."""

from dataclasses import replace
from datetime import date
from typing import Any

from loftdb.actions import drafts as stored
from loftdb.actions.context import Context
from loftdb.actions.register import find_agreement
from loftdb.actions.sheet import sheet
from loftdb.core.drafts import Adoption, Draft
from loftdb.core.model import Agreement, Municipality, Party, Promise
from tests.core.drafting import settled

KUMLA = 1881
WHOLE = replace(settled(), first=date(2024, 1, 1), last=date(2025, 12, 31))
"""A draft that can be put in force, running on the test's day, 15 October 2024."""
ADOPTION = Adoption(date(2024, 10, 1), "KS § 45")
REVISION = replace(ADOPTION, valid_from=date(2024, 7, 1), reason="Fler poliser")


def kept(context: Context, draft: Draft) -> stored.Saved:
    return stored.save(context, draft)


def adopted(context: Context, draft: Draft = WHOLE, adoption: Adoption = ADOPTION) -> Agreement:
    saved = kept(context, draft)
    return find_agreement(context, stored.adopt(context, saved.id, saved.version, adoption))


def revised(context: Context, draft: Draft, **more: Any) -> Agreement:
    return adopted(context, draft, replace(REVISION, **more))


def on_sheet(context: Context, month: int) -> set[str]:
    """Return the promises that the police count in a month of 2024."""
    lines = sheet(context, Municipality(KUMLA, "Kumla"), Party.POLICE, date(2024, month, 1)).lines
    return {line.promise.id for line in lines}


def promise(agreement: Agreement, name: str) -> Promise:
    return next(each for each in agreement.promises if each.id.endswith(f"/{name}"))
