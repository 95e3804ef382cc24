"""What a person makes of a reading: drafts, their edits, what is missing in them, and what they change in force."""

from loftdb.core.drafts.adoption import Interpreted, agreement, agreement_id
from loftdb.core.drafts.comparison import (
    Change,
    ChangeKind,
    Difference,
    Overlap,
    compare,
    compare_whole,
    overlaps,
)
from loftdb.core.drafts.decision import Adoption, adoption_issues
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
from loftdb.core.drafts.edits import (
    add,
    add_duty,
    add_target,
    change,
    change_duty,
    change_promise,
    change_target,
    choose,
    cleaned,
    drop,
    move,
    remove_target,
    restore,
    settle,
)
from loftdb.core.drafts.pairing import paired
from loftdb.core.drafts.problems import issues, likely_names, personal_data
from loftdb.core.drafts.proposal import propose
from loftdb.core.drafts.relating import pair, relate, unpair
from loftdb.core.drafts.revision import Revision, filled, revision
from loftdb.core.drafts.splitting import merge, places, split

__all__ = [
    "Adoption",
    "Change",
    "ChangeKind",
    "Choice",
    "Difference",
    "Draft",
    "DraftDuty",
    "DraftPromise",
    "DraftTarget",
    "Interpreted",
    "Overlap",
    "Plain",
    "Question",
    "Relation",
    "Revision",
    "add",
    "add_duty",
    "add_target",
    "adoption_issues",
    "agreement",
    "agreement_id",
    "change",
    "change_duty",
    "change_promise",
    "change_target",
    "choose",
    "cleaned",
    "compare",
    "compare_whole",
    "drop",
    "filled",
    "issues",
    "likely_names",
    "merge",
    "move",
    "overlaps",
    "pair",
    "paired",
    "personal_data",
    "places",
    "propose",
    "relate",
    "remove_target",
    "restore",
    "revision",
    "settle",
    "split",
    "unpair",
]
