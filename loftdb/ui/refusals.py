"""What is refused is said where the form is, in a sentence with the cure; what was written stays in its fields."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from loftdb.core.errors import LoftdbError, Refused
from loftdb.view.texts.errors import error_text
from loftdb.view.texts.issues import issue_text


@contextmanager
def telling() -> Iterator[None]:
    """Say what was refused of the work inside; what follows it there is then not done."""
    try:
        yield
    except Refused as error:
        for issue in error.issues:
            st.error(issue_text(issue))
    except LoftdbError as error:
        st.error(error_text(error))
