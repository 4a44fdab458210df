"""Which schedule a failed test followed last, and how its threads took turns."""

from __future__ import annotations

from interleave.identity import Schedule as ScheduleName
from judge.frames import shorten_source
from judge.layout import Layout
from judge.report import Schedule, Switch
from kernel.threads.seeded import Seeded
from kernel.threads.systematic import Planned
from kernel.threads.turns import Switch as Seen
from kernel.threads.turns import last_turns

#: Of a longer run only the last ones are told: the failure is at the end.
MAX_SWITCHES = 120


def read_schedule(layout: Layout) -> Schedule | None:
    """None when the test has followed none, or none that made it fail."""
    turns = last_turns()
    if turns is None:
        return None
    plan = turns.plan
    seed = plan.seed if isinstance(plan, Seeded) else None
    text = ScheduleName.of(plan.deviations).text if isinstance(plan, Planned) else ""
    return {
        "seed": seed,
        "plan": text,
        "switches": [_read(switch, layout) for switch in turns.switches[-MAX_SWITCHES:]],
        "totalSwitches": len(turns.switches),
    }


def _read(switch: Seen, layout: Layout) -> Switch:
    path = layout.relative(switch.path) if switch.path else None
    return {
        "thread": switch.thread,
        "function": switch.function,
        "file": path or switch.path,
        "line": switch.line,
        "source": shorten_source(layout.line(path, switch.line)) if path else "",
        "origin": layout.origin(path),
        "follower": switch.follower,
    }
