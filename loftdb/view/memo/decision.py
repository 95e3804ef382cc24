"""*Förslag till beslut*: what a board usually decides, from what the text found; a draft that a person rewrites."""

from collections.abc import Iterator

from loftdb.core.memo import Followed, Memo, unsigned
from loftdb.core.model import SIGNING_PARTIES, Party, Standing, Status
from loftdb.core.progress import signers
from loftdb.view.figures import figures
from loftdb.view.formats import listed
from loftdb.view.memo.duties import owed_to_board
from loftdb.view.memo.promises import now
from loftdb.view.memo.unknown import months_text

BOARD = "Kommunstyrelsen"
DRAFT = "Förslaget är ett utkast. Den som handlägger ärendet ansvarar för texten och kan ändra den fritt."
_WHO = {Party.POLICE: "polisen", Party.MUNICIPALITY: "kommunens förvaltning"}
_LATE = (Standing.BEHIND, Standing.NOT_REACHED)


def proposals(memo: Memo, names: str) -> Iterator[str]:
    """Yield the points of a decision; ``names``: the agreements inside a sentence."""
    yield f"{BOARD} tar del av uppföljningen av {names} och lägger den till handlingarna."
    late = [each for part in memo.parts for each in part.followed if is_late(each)]
    if late:
        titles = listed(each.promise.title for each in late)
        yield f"{BOARD} ber {_asked(late)} redovisa vad som görs åt de löften som inte följer planen: {titles}."
    for party, months in unsigned(memo.parts):
        yield f"{BOARD} ber {_WHO[party]} stämma av {months_text(months)}."
    for state in owed_to_board(memo):
        yield f"{BOARD} konstaterar att ”{state.duty.title}” är gjord i och med det här ärendet."


def is_late(followed: Followed) -> bool:
    """Tell whether a promise is *Efter*, *Ej uppnått* or *Försenat*."""
    is_delayed = followed.word is not None and followed.word.status is Status.DELAYED
    return is_delayed or any(figures(row).state in _LATE for row in now(followed))


def lags(followed: Followed) -> bool:
    """Tell whether a promise is *Något efter*."""
    return any(figures(row).state is Standing.SLIGHTLY_BEHIND for row in now(followed))


def _asked(late: list[Followed]) -> str:
    """Name those who answer for the promises; both where the text names neither."""
    asked = {party for each in late for party in signers(each.promise)}
    return listed(_WHO[party] for party in SIGNING_PARTIES if party in asked)
