"""A published agreement's text becomes promises with parties and targets; what is unsure is said, not chosen silently.

Source of the rules: section 4 of the domain and the patterns of published agreements.
"""

from loftdb.core.reading.reader import read

__all__ = ["read"]
