"""What was gathered under a theme goes out once, under it, in every kind of file, and says where it was said."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from typing import Any

import docx
import msgspec
import pytest

from app.harvest.note import Note
from app.library.protocol import Family, Keeps
from app.prints.export import written
from app.prints.formats import Format
from app.prints.harvest import HarvestPages, harvest_of, nameless
from app.prints.paper import Paper
from app.prints.published import published
from app.prints.spreadsheet import COLUMNS
from app.prints.themed import said_in
from app.words import Words
from tests.app.live.open_space import call, open_space
from tests.app.live.room import session_of
from tests.app.prints.conftest import Press
from tests.app.prints.harvests import harvest, note
from tests.app.prints.test_formats import everything
from tests.app.prints.test_open_space import report

pytestmark = pytest.mark.slow

WORDS = Words()
SEEDS = 12
BUSY, GIFT = "What do you leave for others by being busy?", "What did you receive here this week?"
ALL_THERE = "What was said here stands under the themes."
KEYS = note("heard", "Who holds the keys", Keeps.THEME, name="Ruth")


def under(theme: Note, one: Note) -> Note:
    return msgspec.structs.replace(one, theme=theme.id)


def kept(*more: Note) -> HarvestPages:
    """Keys as a theme with a nameless note, a gift and a doubt under it; an insight and a theme without notes stand
    apart.
    """
    return harvest(
        under(KEYS, note("busy", "I have had a key for years.", name="Ottokar")), KEYS,
        under(KEYS, note("gift", "You opened the door.", Keeps.GIFT, name="Mechthild", to="Tomasz")),
        under(KEYS, note("heard", "Nobody wants them.", Keeps.DOUBT, name="Wilhelmine")),
        note("heard", "The stairs creak."), note("heard", "Light in winter", Keeps.THEME), *more)


def read_word(data: bytes) -> list[tuple[str, str]]:
    """(style, words) of every paragraph."""
    document: Any = docx.Document(io.BytesIO(data))
    return [(one.style.name, one.text) for one in document.paragraphs]


def text_of(pages: HarvestPages, kind: Format, press: Press) -> str:
    """Every word of a file as a reader meets it."""
    if kind is Format.PDF:
        return press(pages).words
    data = written(pages, kind, WORDS, Paper.A4)
    text = everything(docx.Document(io.BytesIO(data))) if kind is Format.WORD else data.decode("utf-8-sig")
    return re.sub(r"\\(.)|[*]", r"\1", text)


@pytest.mark.parametrize("kind", [Format.PDF, Format.WORD, Format.MARKDOWN])
def test_a_gathered_note_stands_once_under_its_theme_before_the_conversations(kind: Format, press: Press) -> None:
    text = text_of(kept(), kind, press)
    for words in ("I have had a key", "You opened the door", "Nobody wants them", "Who holds the keys",
                  "The stairs creak", "Light in winter"):
        assert text.count(words) == 1, words
    order = ["Themes", "Who holds the keys", "I have had a key", "Insight · Ownership · Left undone",
             "You opened the door", "Gift · Gifts · Made lighter", BUSY, ALL_THERE, "The stairs creak",
             "Light in winter", GIFT]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "Doubt · Heard in the room" in text and text.count(ALL_THERE) == 2, "ownership and gifts have nothing else"


@pytest.mark.parametrize("kind", list(Format))
def test_a_nameless_conversation_stays_nameless_under_a_theme(kind: Format, press: Press) -> None:
    text = text_of(kept(), kind, press)
    assert "Ottokar" not in text and "Wilhelmine" not in text
    assert "Mechthild" in text and "Ruth" in text
    free = text_of(nameless(kept(), WORDS), kind, press)
    assert not [name for name in ("Ottokar", "Wilhelmine", "Mechthild", "Tomasz", "Ruth") if name in free]
    assert "You opened the door." in free and "Who holds the keys" in free


def test_the_table_says_the_theme_in_its_last_column_and_holds_every_note_once() -> None:
    rows = list(csv.DictReader(io.StringIO(written(kept(), Format.CSV, WORDS).decode("utf-8-sig"), newline="")))
    assert COLUMNS[-2:] == ("written", "theme") and len(rows) == 6
    assert {row["words"]: row["theme"] for row in rows} == {
        "I have had a key for years.": "Who holds the keys", "You opened the door.": "Who holds the keys",
        "Nobody wants them.": "Who holds the keys", "Who holds the keys": "", "The stairs creak.": "",
        "Light in winter": ""}
    assert all(row["written"].startswith("2026-11-24T") for row in rows)


def test_the_published_form_has_every_note_in_its_conversation_and_says_its_theme() -> None:
    told = json.loads(written(kept(), Format.JSON, WORDS))
    entries = [entry for part in told["conversations"] for entry in part["entries"]]
    assert len(entries) == 6 == len(published(kept(), WORDS).everything())
    assert [entry["theme"] for entry in entries if entry["words"] == "You opened the door."] == ["Who holds the keys"]


def test_a_theme_that_names_somebody_still_gathers_without_names() -> None:
    theme = note("heard", "What Ottokar said", Keeps.THEME)
    free = published(nameless(kept(theme, under(theme, note("heard", "It rains in."))), WORDS), WORDS)
    assert {entry.theme for _, entry in free.everything() if entry.words == "It rains in."} == {"What somebody said"}


@pytest.mark.parametrize("kind", [Format.PDF, Format.WORD, Format.MARKDOWN])
def test_without_its_theme_a_note_stands_in_its_conversation(kind: Format, press: Press) -> None:
    pages = kept()
    lost = harvest(*(one for one in pages.notes if one.id != KEYS.id))
    text = text_of(lost, kind, press)
    assert ALL_THERE not in text and "Insight · Ownership" not in text
    assert text.index(BUSY) < text.index("I have had a key") < text.index("You opened the door")


def test_a_theme_is_a_heading_in_word_and_in_the_outline_of_a_pdf(press: Press) -> None:
    heads = [found for found in read_word(written(kept(), Format.WORD, WORDS)) if found[0].startswith("Heading")]
    assert heads[:3] == [("Heading 1", "Themes"), ("Heading 2", "Who holds the keys"), ("Heading 1", BUSY)]
    marks = [str(mark["/Title"]) for mark in press(kept()).reader.outline if isinstance(mark, dict)]
    assert marks[:4] == ["Staff meeting", "Themes", "Who holds the keys", BUSY]


def test_a_theme_of_many_notes_runs_over_pages_and_is_in_the_contents(press: Press) -> None:
    long = "so they sat down on the stairs and listened to each other until it was dark "
    pdf = press(kept(*(under(KEYS, note("heard", f"{n}th: {long * (3 + n % 11)}")) for n in range(40))))
    assert pdf.pages[1].startswith("Contents Themes 3 Who holds the keys 3")
    assert all(pdf.words.count(f" {n}th: so") == 1 for n in range(40))
    assert not [page for page in pdf.pages if page.startswith("Insight ·")], "where it was said never stands alone"


def test_a_report_of_an_open_space_under_a_theme_leaves_its_topic_with_a_sentence(press: Press) -> None:
    engine, _, _ = session_of(open_space())
    call(engine, "Bees", "Dina", "B2")
    report(engine, "bees", "Two hives, and a ladder.", present="Otto, Mei", next="Ask the miller")
    said = engine.session.notes[0]
    theme = engine.keep("What lives here", Keeps.THEME, step_id=said.step_id)
    engine.edit(under(theme, said))
    pages = harvest_of(engine.session)
    for kind in (Format.PDF, Format.WORD, Format.MARKDOWN):
        text = text_of(pages, kind, press)
        assert text.count("Two hives") == 1 and "Ask the miller" in text and "Without a report" not in text
        assert text.index("What lives here") < text.index("Two hives") < text.index("What was reported")
        assert text.index("What was reported") < text.index("Bees", text.index("What was reported")) < text.index(
            ALL_THERE)
        assert text.count(ALL_THERE) == 2, "under the topic, and where the theme itself was said"


def test_whatever_is_gathered_no_note_is_lost_or_told_twice(press: Press) -> None:
    for seed in range(SEEDS):
        dice = random.Random(seed)
        themes = [note("heard", f"theme {n}x", Keeps.THEME) for n in range(dice.randint(0, 4))]
        notes = [note(dice.choice(("busy", "heard", "gift", "elsewhere")), f"note {n}x",
                      dice.choice([kind for kind in Keeps if kind is not Keeps.THEME])) for n in range(12)]
        notes = [under(dice.choice(themes), one) if themes and dice.random() < 0.6 else one for one in notes]
        pages = harvest(*dice.sample([*themes, *notes], len(themes) + len(notes)))
        wanted = [one.text for one in pages.notes]
        kinds = list(Format) if seed < 2 else [Format.MARKDOWN]
        for kind in kinds:
            text = text_of(pages, kind, press)
            for words in wanted:
                many = len(re.findall(rf"(?<!\w){words}", text))
                as_field = kind in (Format.CSV, Format.JSON) and words.startswith("theme")
                assert many == 1 or as_field, (seed, kind, words)


def test_promises_never_leave_their_page_whatever_a_log_says(press: Press) -> None:
    """A log from elsewhere may say anything."""
    promise = under(KEYS, note("begin", "I will open at eight.", Keeps.PROMISE, to="Ruth"))
    pages = kept(promise)
    assert published(pages, WORDS).given[0].entries[0].theme == ""
    assert press(pages).words.index(GIFT) < press(pages).words.index("I will open at eight.")


def test_where_a_note_was_said_names_nothing_twice() -> None:
    assert said_in(Keeps.POSSIBILITY, Family.POSSIBILITY, "What could be", WORDS) == "Possibility · What could be"
    assert said_in(Keeps.INSIGHT, Family.POSSIBILITY, "possibility", WORDS) == "Insight · possibility"
    assert said_in(Keeps.INSIGHT, None, "Coffee", WORDS) == "Insight · Coffee"
