"""What a person makes of a reading: drafts, their edits, what is missing in them, and what they change in force."""

from loftdb.core.drafts.draft import (
    Choice,
    Draft,
    DraftDuty,
    DraftPromise,
    DraftTarget,
    Plain,
    Question,
    Relation,
)

__all__ = ["Choice", "Draft", "DraftDuty", "DraftPromise", "DraftTarget", "Plain", "Question", "Relation"]
