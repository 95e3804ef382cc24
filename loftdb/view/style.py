"""The page's one style sheet for everything that the view draws."""

from loftdb.view import bars, overview, receipts, rows, strips, tables

STYLE = "".join(part.STYLE for part in (bars, strips, rows, tables, overview, receipts))
