"""What an author reads about a file that is wrong: one line for each fault, and always the same one."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.groups.forms import Form
from app.library.faults import Unreadable
from app.library.protocol import MODES, SETTINGS, Family, Keeps
from app.library.reader import faults_in, read_protocol
from tests.app.library.here import GOOD, lines_of, spoiled, with_step


def test_a_good_file_is_read_and_named_after_its_file(tmp_path: Path) -> None:
    path = tmp_path / "looking-up.toml"
    path.write_text(GOOD)
    protocol = read_protocol(path)
    assert (protocol.id, protocol.title, protocol.family) == ("looking-up", "Looking up", Family.OWNERSHIP)
    assert protocol.steps[0].form is Form.THREES
    assert protocol.steps[0].keeps == (Keeps.NOTHING,)


def test_a_step_without_a_family_has_the_protocols(tmp_path: Path) -> None:
    path = tmp_path / "two.toml"
    path.write_text(GOOD + '[[steps]]\ntitle = "Mine"\nkind = "talk"\nminutes = 3\nfamily = "gifts"\n')
    assert [step.family for step in read_protocol(path).steps] == [Family.OWNERSHIP, Family.GIFTS]


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(tmp_path: Path) -> None:
    assert lines_of(tmp_path, b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()) == []


def test_a_purpose_over_several_lines_is_joined(tmp_path: Path) -> None:
    path = tmp_path / "long.toml"
    path.write_text(spoiled(('"For people who look down."', '"""\nFor people\n  who look down."""')))
    assert read_protocol(path).purpose == "For people who look down."


def test_an_unreadable_file_raises_trouble_that_holds_every_fault(tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(spoiled(("13", "900"), ('"ownership"', '"mine"')))
    with pytest.raises(Unreadable) as told:
        read_protocol(path)
    assert [fault.field for fault in told.value.faults] == ["family", "steps[1].minutes"]
    assert "wrong.toml: steps[1].minutes: is 900; write between 1 and 480" in str(told.value)


FAMILIES = ", ".join(Family)
KEEPS = ", ".join(Keeps)
SUMS = "the sums are {each}, {size}, {people}, {back_at}"

ONE_FAULT = {
    "a near miss": (spoiled(("title =", "titel =")), "titel: is not a field here; did you mean “title”?"),
    "a field that nobody knows": (
        "colour = 3\n" + GOOD,
        "colour: is not a field here; the fields here are schema, title, family, language, purpose, when, "
        "when_not, settings, modes, people, steps"),
    "a field of a step above the steps": (
        'form = "threes"\n' + GOOD,
        "form: is not a field here; it belongs to a step: write it under [[steps]], above any [steps.…]"),
    "a field of the protocol in a step": (
        with_step("people = [3, 9]"),
        "steps[1].people: is not a field here; it belongs to the protocol: write it above the first [[steps]]"),
    "a step's field under a table": (
        with_step('[steps.say]\nvoice = "peers"'),
        "steps[1].say.voice: is not a field here; it belongs to a step: write it under [[steps]], "
        "above any [steps.…]"),
    "no purpose": (spoiled(('purpose = "For people who look down."\n', "")),
                   "purpose: is missing; write purpose = \"…\""),
    "no minutes": (spoiled(("minutes = 13\n", "")),
                   "steps[1].minutes: is missing; write minutes = a whole number, such as 12"),
    "no family": (spoiled(('family = "ownership"\n', "")), f"family: is missing; write family = one of {FAMILIES}"),
    "no steps": (GOOD.split("[[steps]]")[0], "steps: is missing; begin each with [[steps]]"),
    "an empty list of steps": (GOOD.split("[[steps]]")[0] + "steps = []",
                               "steps: holds no step; begin each with [[steps]]"),
    "one bracket too few": (spoiled(("[[steps]]", "[steps]")),
                            "steps: is a table, not a list; begin each with [[steps]], two brackets"),
    "cues with one bracket": (with_step('[steps.cues]\nminutes = 4\nsay = "Change."'),
                              "steps[1].cues: is a table, not a list; begin each with [[steps.cues]], two brackets"),
    "steps that are numbers": (GOOD.split("[[steps]]")[0] + "steps = [1]",
                               "steps[1]: is a whole number, not a table; begin it with [[steps]]"),
    "a text for a table": (with_step('say = "Hello."'),
                           "steps[1].say: is a text, not a table; begin it with [steps.say]"),
    "minutes in quotation marks": (
        spoiled(("13", '"13"')),
        "steps[1].minutes: is a text, not a whole number; write it without quotation marks or a point, as in 12"),
    "minutes with a point": (
        spoiled(("13", "13.0")), "steps[1].minutes: is a number with a point, not a whole number; "
        "write it without quotation marks or a point, as in 12"),
    "true for minutes": (
        spoiled(("13", "true")), "steps[1].minutes: is true or false, not a whole number; "
        "write it without quotation marks or a point, as in 12"),
    "a date for a title": (spoiled(('"Looking up"', "2026-01-01")),
                           "title: is a date or a time, not a text; write it between quotation marks"),
    "a word for true": (with_step('named = "yes"'),
                        "steps[1].named: is a text, not true or false; write true or false, without quotation marks"),
    "one word for a list": (with_step('keeps = "gift"'),
                            "steps[1].keeps: is a text, not a list; write it in [ ], with commas between"),
    "a form nobody knows": (
        spoiled(('"threes"', '"trios"')), "steps[1].form: “trios” is not a word it knows; "
        "write one of solo, pairs, threes, fours, table, table of five, circle, room"),
    "a kind of note nobody knows": (
        with_step('keeps = ["idea"]'),
        f"steps[1].keeps[1]: “idea” is not a word it knows; write one of {KEEPS}"),
    "a number for a word": (
        spoiled(('"threes"', "3")), "steps[1].form: is a whole number, not a word; "
        "write one of solo, pairs, threes, fours, table, table of five, circle, room"),
    "an unknown setting": (
        'settings = ["party"]\n' + GOOD,
        f"settings[1]: “party” is not a word it knows; write one of {', '.join(SETTINGS)}"),
    "an unknown mode": ('modes = ["room", "zoom"]\n' + GOOD,
                        f"modes[2]: “zoom” is not a word it knows; write one of {', '.join(MODES)}"),
    "a mode twice": ('modes = ["room", "room"]\n' + GOOD, "modes: names “room” twice; write it once"),
    "no mode": ("modes = []\n" + GOOD, f"modes: is empty; write at least one of {', '.join(MODES)}"),
    "most before fewest": ("people = [9, 3]\n" + GOOD,
                           "people: goes from 9 to 3; write the fewest first, between 1 and 1000"),
    "three numbers of people": ("people = [1, 2, 3]\n" + GOOD,
                                "people: holds 3 entries, not two; write the fewest and the most, as in [5, 40]"),
    "one number of people": ("people = 12\n" + GOOD,
                             "people: is a whole number, not a list; write the fewest and the most, as in [5, 40]"),
    "a later schema": ("schema = 2\n" + GOOD,
                       "schema: is 2, which this version cannot read; write schema = 1, or leave it out"),
    "an id": ('id = "x"\n' + GOOD, "id: is not written in the file; take it out: the file’s name is its id"),
    "a language in words": ('language = "English"\n' + GOOD,
                            "language: is no language code; write it as in “en” or “pt-BR”"),
    "no title": (spoiled(('title = "Looking up"', 'title = " "')), "title: is empty; write at least one word"),
    "a long title": (spoiled(('"Looking up"', f'"{"x" * 81}"')), "title: has 81 characters; 80 are the most"),
    "a long question": (spoiled(("What do you", "Why " * 130)),
                        "steps[1].question: has 546 characters; 500 are the most"),
    "a long wording": (with_step(f'wordings = ["{"x" * 501}"]'),
                       "steps[1].wordings[1]: has 501 characters; 500 are the most"),
    "an empty wording": (with_step('wordings = [""]'), "steps[1].wordings[1]: is empty; write at least one word"),
    "a question on two lines": (spoiled(("What do you", "What\\ndo you")),
                                "steps[1].question: runs over several lines; keep it on one line"),
    "an invisible character": (spoiled(("What do you", "What \\u0007do you")),
                               "steps[1].question: holds an invisible control character; type the text again"),
    "a sum nobody does": (with_step('[steps.say]\nround = ["{each}, {all}"]'),
                          f"steps[1].say.round[1]: “{{all}}” is no sum; {SUMS}"),
    "half a brace": (with_step('[steps.watch]\nover = ["{each"]'),
                     f"steps[1].watch.over[1]: has a brace without its partner; {SUMS}"),
    "no minutes at all": (spoiled(("13", "0")), "steps[1].minutes: is 0; write between 1 and 480"),
    "a day of minutes": (spoiled(("13", "481")), "steps[1].minutes: is 481; write between 1 and 480"),
    "a frame that takes it all": (
        with_step("frame_minutes = 13"),
        "steps[1].frame_minutes: takes all 13 minutes of the step; leave at least one for the round"),
    "a frame before it begins": (with_step("frame_minutes = -1"), "steps[1].frame_minutes: is -1; write 0 or more"),
    "a turn after the round": (
        with_step('cues = [{ minutes = 12, say = "Change." }]'),
        "steps[1].cues[1].minutes: is 12, outside the round; write more than 0 and less than 12"),
    "a turn at no time": (
        with_step('cues = [{ minutes = nan, say = "Change." }]'),
        "steps[1].cues[1].minutes: is nan, outside the round; write more than 0 and less than 12"),
    "turns out of order": (
        with_step('cues = [{ minutes = 8, say = "b" }, { minutes = 4, say = "a" }]'),
        "steps[1].cues: are out of order; write the earliest first"),
    "a turn without words": (with_step("cues = [{ minutes = 8 }]"),
                             "steps[1].cues[1].say: is missing; write say = \"…\""),
    "nothing and something": (
        with_step('keeps = ["nothing", "gift"]'),
        "steps[1].keeps: holds “nothing” beside other words; write [\"nothing\"] alone, or take it out"),
    "no harvest at all": (with_step("keeps = []"),
                          "steps[1].keeps: is empty; write [\"nothing\"]: that is a good harvest"),
    "a harvest twice": (with_step('keeps = ["gift", "gift"]'), "steps[1].keeps: names “gift” twice; write it once"),
    "names of nothing": (
        with_step("named = true"),
        "steps[1].named: asks for names where nothing is kept; leave it out, or say in keeps what is written"),
    "a question step without a question": (
        spoiled(('question = "What do you look at when you look up?"\n', "")),
        "steps[1].question: is missing in a step that asks; write question = \"…\", or another kind"),
    "gathering the whole room": (
        spoiled(('form = "threes"', 'beats = ["gather", "round"]')),
        "steps[1].beats: gathers or calls back, but the form is room; "
        "write a form of pairs, threes, fours or table, or leave those beats out"),
    "beats without a round": (with_step('beats = ["frame"]'),
                              "steps[1].beats: has no round; the clock runs in “round”: write it too"),
    "beats out of order": (
        with_step('beats = ["round", "frame"]'),
        "steps[1].beats: are out of order; write each once, in the order gather, frame, round, call back"),
    "a host who speaks to threes": (
        with_step('voice = "host"'),
        "steps[1].voice: is host, but the room sits in threes; write voice = \"peers\", or form = \"room\""),
    "talking alone": (spoiled(('"threes"', '"solo"')),
                      "steps[1].voice: is peers, but each person is alone; write voice = \"silence\""),
}


@pytest.mark.parametrize("case", ONE_FAULT)
def test_each_fault_is_one_line(case: str, tmp_path: Path) -> None:
    text, line = ONE_FAULT[case]
    assert lines_of(tmp_path, text) == [f"looking-up.toml: {line}"]


RIGHT = (
    'settings = ["town hall"]\nmodes = ["room", "phone"]\npeople = [5, 5]\nschema = 1\nlanguage = "de"\n' + GOOD,
    with_step("frame_minutes = 12"),
    with_step('cues = [{ minutes = 0.5, say = "a" }, { minutes = 11.5, say = "b" }]'),
    with_step('beats = ["gather", "round", "call back"]'),
    with_step('[steps.say]\nround = ["{each} {size} {people} {back_at}"]'),
    with_step('[steps.wall]\nfoot = "Braces { are words here."'),
    spoiled(('form = "threes"', 'form = "solo"\nvoice = "silence"')),
    spoiled(("What do you", "Why " * 100)),
)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_has_no_line(text: str, tmp_path: Path) -> None:
    assert lines_of(tmp_path, text) == []


def test_an_author_reads_all_faults_at_once(tmp_path: Path) -> None:
    text = spoiled(("13", "900"), ('"ownership"', "7"), ("title =", "titel =")) + '[steps.say]\nround = ["{all}", 3]\n'
    assert [line.split(": ")[1] for line in lines_of(tmp_path, text)] == [
        "titel", "family", "steps[1].say.round[2]", "steps[1].minutes"]


def test_a_field_that_is_wrong_is_not_blamed_a_second_time(tmp_path: Path) -> None:
    text = spoiled(('"threes"', '"trios"')) + 'beats = ["gather", "round"]\nvoice = "host"\n'
    assert [line.split(": ")[1] for line in lines_of(tmp_path, text)] == ["steps[1].form"]


@pytest.mark.parametrize(("text", "line"), [
    ("title = Looking up\n", "line 1, column 9 is not TOML (Invalid value); "
     "write texts between quotation marks, numbers without, and lists in [ ]"),
    ('title = "Looking up\n', "line 1, column 20 is not TOML (Illegal character '\\n'); "
     "close the quotation marks on the same line, or use three to begin and three to end"),
    ('a = 1\na = 2\n', "line 2, column 6 is not TOML (Cannot overwrite a value); give each name once in a table"),
    (b"title = \"\xff\"", "line 1 is not UTF-8; save the file as UTF-8"),
    ("title\n".encode("utf-16"), "line 1 is not UTF-8; save the file as UTF-8"),
    ("x = " + "[" * 21 + "]" * 21, "is nested deeper than 20 levels; a protocol needs no more than four"),
    ("x = " + "[" * 400_000, "is nested deeper than 20 levels; a protocol needs no more than four"),
    ("a." * 400_000 + "a = 1", "is nested deeper than 20 levels; a protocol needs no more than four"),
    ('"a".' * 200_000 + "a = 1", "is nested deeper than 20 levels; a protocol needs no more than four"),
    ("x = " + "9" * 5000, "holds a value of impossible length; write numbers of a few digits"),
    ("#" * 1_000_001, "is larger than 1 MB; keep pictures and long texts out of it"),
])
def test_a_file_that_is_no_toml_has_one_line(text: str | bytes, line: str, tmp_path: Path) -> None:
    assert lines_of(tmp_path, text) == [f"looking-up.toml: {line}"]


def test_brackets_in_texts_and_remarks_are_not_nesting(tmp_path: Path) -> None:
    deep = "[" * 30
    text = f'# {deep}\n' + spoiled(("look down.", f"look down. {deep}"))
    text += f"wordings = ['{deep}', \"\"\"{deep}\"\"\"]\n"
    assert lines_of(tmp_path, text) == []


def test_more_than_500_steps_are_one_line(tmp_path: Path) -> None:
    step = '[[steps]]\ntitle = "x"\nkind = "talk"\nminutes = 1\n'
    head = GOOD.split("[[steps]]")[0]
    assert lines_of(tmp_path, head + step * 500) == []
    assert lines_of(tmp_path, head + step * 501) == ["looking-up.toml: steps: holds 501 steps; 500 are the most"]


def test_a_file_of_thousands_of_faults_tells_the_first_hundred(tmp_path: Path) -> None:
    assert len(lines_of(tmp_path, "".join(f"k{n} = 1\n" for n in range(60_000)))) == 100


def test_a_name_of_nonsense_is_told_on_one_short_line(tmp_path: Path) -> None:
    lines = lines_of(tmp_path, '"a\\nb' + "c" * 300 + '" = 1\n' + GOOD)
    assert len(lines) == 1 and "\n" not in lines[0] and len(lines[0]) < 300


def test_a_folder_and_a_missing_file_have_a_line(tmp_path: Path) -> None:
    assert faults_in(tmp_path)[1][0].problem.one == "is not a file"
    assert faults_in(tmp_path / "none.toml")[1][0].problem.one == "there is no such file"
