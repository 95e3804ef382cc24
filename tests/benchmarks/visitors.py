"""Visitors on *Registrera*, by Streamlit's websocket: ``python -m tests.benchmarks.visitors URL VISITORS ROUNDS``.

Each opens the page, then chooses a promise and saves, again and again, thinking between the taps. Printed as JSON: the
milliseconds of each answer to a tap, the places that were acknowledged as saved, and what went wrong.
"""

import asyncio
import json
import sys
import time
from dataclasses import dataclass, field
from random import Random

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

ROLES = ("alla", "kommunpolis-karlstad", "kommunpolis-stromstad", "samordnare-stromstad")
THINK = 2.0
"""Seconds of thought between two taps, on average."""


@dataclass
class Tally:
    """What all visitors met; opening the page is kept apart from the taps on it."""

    opened: list[float] = field(default_factory=list)
    taps: list[float] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass
class Screen:
    """What the browser would show: the widgets by label, and the fragment that the form is."""

    role: str
    widgets: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    """Id and options by label."""
    fragment: str = ""

    def take(self, message: ForwardMsg) -> None:
        """Take in what the server says."""
        if message.delta.WhichOneof("type") == "new_element":
            self._show(message.delta.new_element, message.delta.fragment_id)

    def _show(self, element: Element, fragment: str) -> None:
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise RuntimeError(element.exception.message)
        widget = getattr(element, str(kind))
        if kind in ("button", "button_group", "number_input", "text_input"):
            options = [option.content for option in widget.options] if kind == "button_group" else []
            self.widgets[widget.label] = (widget.id, options)
            self.fragment = fragment or self.fragment


async def ask(socket: ClientConnection, screen: Screen, *states: WidgetState) -> float:
    """Send the widgets' states, take in everything until the script has run, and return the milliseconds it took."""
    message = BackMsg()
    asked = message.rerun_script
    asked.query_string, asked.page_name, asked.fragment_id = f"roll={screen.role}", "registrera", screen.fragment
    asked.context_info.timezone = "Europe/Stockholm"
    asked.widget_states.widgets.extend(states)
    start = time.perf_counter()
    await socket.send(message.SerializeToString())
    while True:
        said = ForwardMsg.FromString(await asyncio.wait_for(socket.recv(), 60))
        screen.take(said)
        if said.WhichOneof("type") == "script_finished":
            return (time.perf_counter() - start) * 1000


async def visit(url: str, number: int, rounds: int, tally: Tally) -> None:
    """Be one visitor."""
    chance, screen = Random(number), Screen(ROLES[number % len(ROLES)])
    try:
        await asyncio.sleep(chance.uniform(0, 2 * THINK))
        async with connect(url.replace("http", "ws") + "/_stcore/stream", subprotocols=["streamlit"]) as socket:
            tally.opened.append(await ask(socket, screen))
            for round_ in range(rounds):
                await _log_one(socket, screen, chance, f"Plats {number}-{round_}", tally)
    except Exception as error:
        tally.errors.append(f"{number}: {error!r}")


async def _log_one(socket: ClientConnection, screen: Screen, chance: Random, place: str, tally: Tally) -> None:
    pills, options = screen.widgets["Löfte"]
    chosen = WidgetState(id=pills)
    chosen.string_array_value.data.append(chance.choice(options[:-1]))
    await asyncio.sleep(chance.uniform(0.5 * THINK, 1.5 * THINK))
    tally.taps.append(await ask(socket, screen, chosen))
    filled = [
        chosen,
        WidgetState(id=screen.widgets["Antal"][0], double_value=1),
        WidgetState(id=screen.widgets["Plats"][0], string_value=place),
        WidgetState(id=screen.widgets["Spara"][0], trigger_value=True),
    ]
    await asyncio.sleep(chance.uniform(0.5 * THINK, 1.5 * THINK))
    screen.widgets.pop("Ångra", None)
    tally.taps.append(await ask(socket, screen, *filled))
    if "Ångra" in screen.widgets:
        tally.saved.append(place)
    else:
        tally.errors.append(f"{place}: not acknowledged")


async def main(url: str, visitors: int, rounds: int) -> None:
    """Let all visitors come at once and print what they met."""
    tally = Tally()
    await asyncio.gather(*(visit(url, number, rounds, tally) for number in range(visitors)))
    print(json.dumps(vars(tally)))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
