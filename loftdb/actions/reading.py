"""Reading a document gives a proposal and keeps nothing: what is saved, a person saves."""

from loftdb.actions.context import Context
from loftdb.actions.drafts import may_edit
from loftdb.core.access import Action
from loftdb.core.errors import NotAllowed
from loftdb.core.reading.reader import read
from loftdb.core.reading.result import Reading
from loftdb.files.documents import extract


def read_text(context: Context, text: str) -> Reading:
    """Read a text. Refused where there is none, or too much of it; NotAllowed."""
    return read_file(context, "", text.encode())


def read_file(context: Context, name: str, content: bytes) -> Reading:
    """Read a file. Refused with one issue where it holds no text that can be read; NotAllowed."""
    if not may_edit(context):
        raise NotAllowed(Action.EDIT_AGREEMENTS, None)
    return read(extract(name, content))
