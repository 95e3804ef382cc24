"""*Underlag till tjänsteskrivelse* as text to take away with one tap; a keyboard can scroll it."""

from loftdb.view.markup import Html, tag
from loftdb.view.texts import duties as words

STYLE = """
.loft-paste button{min-height:2.75rem;padding:0 1.25rem;margin-bottom:.75rem;border:1px solid;border-radius:.375rem;
background:none;color:inherit;font:inherit;font-weight:600;cursor:pointer}
.loft-paste output{margin-left:.75rem}
.loft-paste .loft-letter{white-space:pre-wrap;overflow:auto;overflow-wrap:anywhere;max-height:28rem;max-width:60rem;
padding:1rem 1.25rem;border:1px solid color-mix(in srgb,currentColor 35%,transparent);border-radius:.5rem;
line-height:1.5;tab-size:4}
.st-key-handover{max-width:60rem}
.st-key-handover p{max-width:46rem}
@media print{.st-key-handover{display:none!important}.loft-paste button{display:none}
.loft-paste .loft-letter{max-height:none;border:0;padding:0}}
"""


def pasted(text: str) -> Html:
    """Return the text with a button that copies it."""
    copy = tag("button", words.MEMO_COPY, type="button", class_="loft-copy")
    said = tag("output", data_done=words.MEMO_COPIED)
    letter = tag("div", text, class_="loft-letter", role="region", tabindex=0, aria_label=words.MEMO_TEXT)
    return tag("div", copy, said, letter, class_="loft-paste")
