"""The time people had with each other stands in every file that tells of planned and lived, and only there."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from app.harvest.together import Time, Together
from app.prints.export import written
from app.prints.formats import Format
from app.prints.harvest import HarvestPages
from app.prints.published import Harvest, Peers, PeerTime
from app.words import Words
from tests.app.prints.conftest import Press
from tests.app.prints.harvests import harvest, note
from tests.app.prints.test_formats import everything, read_word

pytestmark = pytest.mark.slow

LINE = ("People spoke with each other for 54 of 90 minutes, about 17 for each voice; planned were 50 and 15. "
        "Breaks, moving and, in a staff meeting, ordinary business are not counted.")


def lived(time: Together | None) -> HarvestPages:
    return replace(harvest(note("heard", "A thought")), together=time)


TOLD = lived(Together(Time(3000, 5400, 900), Time(3240, 5400, 1020), over=True))


def test_word_markdown_and_pdf_say_it_in_one_line_under_planned_and_lived(press: Press) -> None:
    pdf = press(TOLD).words
    for text in (written(TOLD, Format.MARKDOWN, Words()).decode(),
                 everything(read_word(written(TOLD, Format.WORD, Words()))), pdf):
        assert LINE in text
    assert pdf.index("Planned and lived") < pdf.index(LINE)


def test_json_has_the_seconds_and_a_table_of_notes_has_nothing_of_it() -> None:
    told = msgspec.json.decode(written(TOLD, Format.JSON, Words()), type=Harvest)
    assert told.peers == Peers(planned=PeerTime(together=3000, of=5400, each=900),
                               lived=PeerTime(together=3240, of=5400, each=1020))
    assert b"3240" not in written(TOLD, Format.CSV, Words())


@pytest.mark.parametrize("time", [None, Together(Time(600, 900, 60), Time(0, 600, 0), over=True)])
def test_where_nobody_spoke_with_anybody_no_file_remarks_on_it(press: Press, time: Together | None) -> None:
    for text in (press(lived(time)).words, written(lived(time), Format.MARKDOWN, Words()).decode()):
        assert "People spoke" not in text and "not counted" not in text
