"""What is refused is said where the form is, in a sentence with the cure; what was written stays in its fields."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from loftdb.core.errors import LoftdbError, Refused
from loftdb.view.texts.errors import error_text
from loftdb.view.texts.issues import issue_text


@contextmanager
def telling(refuse: Callable[[str], object] = st.error) -> Iterator[None]:
    """Say what was refused of the work inside; what follows it there is then not done.

    ``refuse`` says it: as an error, or as a warning where the person has only begun to choose.
    """
    try:
        yield
    except Refused as error:
        for issue in error.issues:
            refuse(issue_text(issue))
    except LoftdbError as error:
        st.error(error_text(error))
