"""Budgets, walls between frames, and programs that are simply wrong."""
import pytest

from solution import VM, VMError

RETURN = ("RETURN",)

# down(n) is n, and is n calls deep on the way.
DOWN = {
    "down": (
        ["n"],
        [
            ("LOAD", "n"),
            ("JUMP_IF_FALSE", 9),
            ("LOAD", "n"),
            ("CONST", 1),
            ("BINARY", "-"),
            ("CALL", "down", 1),
            ("CONST", 1),
            ("BINARY", "+"),
            RETURN,
            ("CONST", 0),
            RETURN,
        ],
    )
}


class Tape(list):
    """Code that can be read so many times and no more, so that nothing hangs."""

    reads = 0

    def __getitem__(self, key):
        self.reads += 1
        if self.reads > 20_000:
            pytest.fail("the machine goes on and on, although max_steps is 1000")
        return super().__getitem__(key)


def down(n):
    return [("CONST", n), ("CALL", "down", 1), RETURN]


def test_a_condition_is_taken_off_the_stack_either_way():
    stays = [("CONST", "under it"), ("CONST", True), ("JUMP_IF_FALSE", 0), RETURN]
    assert VM().run(stays) == "under it", "the jump looked at its condition and left it there"
    jumps = [("CONST", "under it"), ("CONST", 0), ("JUMP_IF_FALSE", 4), RETURN, RETURN]
    assert VM().run(jumps) == "under it"


def test_a_function_does_not_see_its_callers_variables():
    nosy = ([], [("LOAD", "secret"), RETURN])
    with pytest.raises(VMError, match="secret"):
        VM({"nosy": nosy}).run([("CALL", "nosy", 0), RETURN], secret=1)


def test_a_function_has_a_stack_of_its_own():
    thief = ([], [RETURN])
    with pytest.raises(VMError):
        VM({"thief": thief}).run([("CONST", "mine"), ("CALL", "thief", 0), RETURN])


def test_the_callers_stack_waits_for_the_answer():
    one = (["x"], [("CONST", "left behind"), ("CONST", 1), RETURN])
    code = [("CONST", 41), ("CONST", 0), ("CALL", "one", 1), ("BINARY", "+"), RETURN]
    assert VM({"one": one}).run(code) == 42, (
        "one value comes back; what else a function leaves on its stack goes with its frame"
    )


def test_the_depth_counts_the_first_frame():
    assert VM(DOWN, max_depth=6).run(down(4)) == 4
    with pytest.raises(VMError, match="depth"):
        VM(DOWN, max_depth=5).run(down(4))


def test_frames_that_have_returned_do_not_count():
    calls = [("CONST", 1), ("CALL", "down", 1), ("STORE", "x")] * 20
    assert VM(DOWN, max_depth=3).run([*calls, ("LOAD", "x"), RETURN]) == 1
    with pytest.raises(VMError, match="depth"):
        VM(DOWN, max_depth=3).run([*calls, *down(2)])


def test_thousands_of_frames_need_no_recursion_of_python():
    machine = VM(DOWN, max_depth=5000, max_steps=10**6)
    assert machine.run(down(4000)) == 4000


def test_an_endless_loop_is_stopped():
    with pytest.raises(VMError, match="steps"):
        VM(max_steps=1000).run(Tape([("JUMP", 0)]))


def test_the_last_allowed_step_is_allowed():
    code = [("CONST", 1), ("STORE", "x"), ("LOAD", "x"), RETURN]
    assert VM(max_steps=4).run(code) == 1
    with pytest.raises(VMError, match="steps"):
        VM(max_steps=3).run(code)


def test_steps_are_counted_over_all_frames():
    lazy = ([], [("JUMP", n) for n in range(1, 40)] + [("CONST", 1), RETURN])
    code = [("CALL", "lazy", 0), ("STORE", "x"), ("CALL", "lazy", 0), RETURN]
    with pytest.raises(VMError, match="steps"):
        VM({"lazy": lazy}, max_steps=60).run(code)
    assert VM({"lazy": lazy}, max_steps=86).run(code) == 1, "two calls of 41 steps and 4 of its own"


@pytest.mark.parametrize(
    "code",
    [
        pytest.param([("CONST", 1), ("NOPE",), RETURN], id="unknown instruction"),
        pytest.param([("CONST", 1), ("CONST", 1), ("BINARY", "@"), RETURN], id="unknown operator"),
        pytest.param([("CONST", 1), ("BINARY", "+"), RETURN], id="one operand"),
        pytest.param([RETURN], id="nothing to return"),
        pytest.param([("STORE", "x"), RETURN], id="nothing to store"),
        pytest.param([("CONST", 1)], id="no return"),
        pytest.param([], id="no code"),
        pytest.param([("CONST", 1), ("JUMP", 9), RETURN], id="jump behind the end"),
        pytest.param([("CONST", 1), ("JUMP", -1), RETURN], id="jump before the beginning"),
        pytest.param([("CALL", "nobody", 0), RETURN], id="unknown function"),
        pytest.param([("CONST", 1), ("CONST", 2), ("CALL", "down", 2), RETURN], id="too many arguments"),
        pytest.param([("CALL", "down", 1), RETURN], id="argument missing on the stack"),
        pytest.param([("CONST", 1), ("CONST", "1"), ("BINARY", "+"), RETURN], id="operands that do not fit"),
    ],
)
def test_a_bad_program_is_a_vm_error(code):
    with pytest.raises(VMError):
        VM(DOWN).run(code)


def test_two_runs_share_nothing():
    machine = VM(max_steps=4)
    code = [("CONST", 1), ("STORE", "x"), ("LOAD", "x"), RETURN]
    assert [machine.run(code), machine.run(code)] == [1, 1], "each run has the whole budget"
    with pytest.raises(VMError, match="x"):
        machine.run([("LOAD", "x"), RETURN])
