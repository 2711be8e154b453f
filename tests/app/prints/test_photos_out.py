"""Photographs in what is not a PDF: real pictures in Word, files beside Markdown, base64 in JSON, and in none of them
a word about where they were taken, or a picture that was taken away.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import docx
import msgspec
import pytest
from docx.shared import Mm
from PIL import Image
from pypdf import PdfReader

from app.errors import Trouble
from app.library.protocol import Keeps
from app.live.engine import Engine, opening
from app.live.events import Event
from app.live.pictured import PhotoDropped, Photographed
from app.live.session import Session
from app.prints.export import export_harvest, written
from app.prints.faces import Faces
from app.prints.formats import Format
from app.prints.harvest import HarvestPages, harvest_of, nameless, write_harvest
from app.prints.published import Harvest
from app.prints.writing import Progress, Stopped
from app.words import Words
from tests.app.prints.charts import Pictured, pictured
from tests.app.prints.harvests import at, harvest, note, staff_meeting

pytestmark = pytest.mark.slow

WORDS = Words()
WIDE, TALL, LOOSE = pictured("busy", 1200, 400), pictured("busy", 300, 400), pictured("gone with its step", 50, 40)


def kept() -> HarvestPages:
    return replace(harvest(note("busy", "The door sticks.")), photos=(WIDE, TALL, LOOSE))


def session_with(*photos: Pictured, dropped: Iterable[Pictured] = ()) -> tuple[Session, dict[str, bytes]]:
    """A staff meeting that was hosted, with these photographs, and their JPEGs by id; also of those `dropped` again."""
    log: list[Event] = list(opening(staff_meeting(), at(9)))
    engine = Engine(log[:], log.append, lambda: at(9, 40))
    engine.keep("The door sticks.", Keeps.INSIGHT, step_id="busy")
    for photo, _ in (*photos, *dropped):
        engine.picture(Photographed(photo=photo))
    for photo, _ in dropped:
        engine.picture(PhotoDropped(photo_id=photo.id))
    return engine.session, {photo.id: jpeg for photo, jpeg in (*photos, *dropped)}


def links(markdown: Path) -> list[Path]:
    """The files its pictures are links to."""
    found = re.findall(r"^!\[.*\]\((.*)\)$", markdown.read_text(), re.MULTILINE)
    return [markdown.parent / unquote(link) for link in found]


def test_word_holds_each_photograph_as_a_picture_no_wider_than_the_column_with_its_caption() -> None:
    document = docx.Document(io.BytesIO(written(kept(), Format.WORD, WORDS)))
    shapes, section = list(document.inline_shapes), document.sections[0]
    parts = [document.part.related_parts[shape._inline.graphic.graphicData.pic.blipFill.blip.embed] for shape in shapes]
    assert [Image.open(io.BytesIO(part.blob)).size for part in parts] == [(1200, 400), (300, 400), (50, 40)]
    column = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    assert [round(shape.width / Mm(1)) for shape in shapes] == [round(column / Mm(1)), 78, 13]
    texts = [(one.text, one.style.name if one.style is not None else "") for one in document.paragraphs]
    named = [text for text, style in texts if style == "Caption"]
    assert named == ["Photo 1 of 2, “What do you leave for others by being busy?”",
                     "Photo 2 of 2, “What do you leave for others by being busy?”", "Photo"]
    assert [shape._inline.docPr.get("descr") for shape in shapes] == named
    assert texts.index((named[1], "Caption")) < texts.index(("The door sticks.", "List Bullet"))


def test_json_holds_the_very_jpeg_that_is_kept() -> None:
    told = msgspec.json.decode(written(kept(), Format.JSON, WORDS), type=Harvest, strict=True)
    assert [(part.title, [(photo.width, photo.height) for photo in part.photos]) for part in told.conversations] == [
        ("Left undone", [(1200, 400), (300, 400)]), ("", [(50, 40)])]
    assert [photo.jpeg for part in told.conversations for photo in part.photos] == [
        jpeg for _, jpeg in kept().photos]


def test_every_link_in_markdown_leads_to_a_photograph_beside_it(tmp_path: Path) -> None:
    to = tmp_path / "Tür (1) & more.md"
    session, photos = session_with(WIDE, TALL, LOOSE)
    export_harvest(session, to, WORDS, photos=photos)
    assert [path.read_bytes() for path in links(to)] == [jpeg for _, jpeg in (WIDE, TALL, LOOSE)]
    assert {path.parent for path in links(to)} == {tmp_path / "Tür (1) & more-photos"}


def test_markdown_that_is_written_again_takes_its_own_old_photographs_away_and_nothing_else(tmp_path: Path) -> None:
    to, folder = tmp_path / "harvest.md", tmp_path / "harvest-photos"
    session, photos = session_with(WIDE, TALL)
    export_harvest(session, to, WORDS, photos=photos)
    drawn_on = links(to)[0]
    drawn_on.write_bytes(b"somebody drew on it")
    (folder / "mine.jpg").write_bytes(b"a host's own")
    session, photos = session_with(LOOSE)
    export_harvest(session, to, WORDS, photos=photos)
    assert {path.name for path in folder.iterdir()} == {"mine.jpg", drawn_on.name, *(path.name for path in links(to))}
    (folder / "mine.jpg").unlink()
    drawn_on.unlink()
    export_harvest(session, to, WORDS, photos=photos, names=False)
    assert sorted(tmp_path.iterdir()) == [to] and links(to) == []


class Impatient(Progress):
    """Somebody who presses Stop when the file was asked so often whether it shall go on."""

    def __init__(self, asked: int) -> None:
        super().__init__()
        self.left = asked

    def go_on(self) -> None:
        """Stop when it is time."""
        self.left -= 1
        if self.left < 0:
            self.stop()
        super().go_on()


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("kind", [Format.MARKDOWN, Format.WORD, Format.JSON])
def test_whenever_it_is_stopped_what_stood_there_stands_there_with_its_photographs(
        tmp_path: Path, kind: Format) -> None:
    to = tmp_path / f"harvest.{kind}"
    session, photos = session_with(WIDE)
    export_harvest(session, to, WORDS, photos=photos)
    before, stops = files(tmp_path), 0
    session, photos = session_with(TALL, LOOSE)
    while True:
        try:
            export_harvest(session, to, WORDS, photos=photos, progress=Impatient(stops))
        except Stopped:
            stops += 1
            assert files(tmp_path) == before
            continue
        break
    assert stops >= (1 if kind is Format.JSON else 3) and files(tmp_path) != before


def test_the_first_markdown_that_is_stopped_leaves_no_folder(tmp_path: Path) -> None:
    session, photos = session_with(WIDE, TALL)
    with pytest.raises(Stopped):
        export_harvest(session, tmp_path / "harvest.md", WORDS, photos=photos, progress=Impatient(2))
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_photographs_belong_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "harvest-photos").write_text("in the way")
    session, photos = session_with(WIDE)
    with pytest.raises(Trouble) as told:
        export_harvest(session, tmp_path / "harvest.md", WORDS, photos=photos)
    assert "harvest-photos could not be written" in WORDS(told.value.text)
    assert files(tmp_path) == {"harvest-photos": b"in the way"}


def test_word_tells_how_many_notes_it_has_while_it_is_made(tmp_path: Path) -> None:
    session, _ = session_with()
    progress = Progress()
    export_harvest(session, tmp_path / "harvest.docx", WORDS, progress=progress)
    assert (progress.notes, progress.pages) == (1, 0)


def test_a_harvest_of_photographs_alone_is_not_called_empty() -> None:
    pages = replace(harvest(), photos=(WIDE,))
    assert "Nothing was written" not in written(pages, Format.MARKDOWN, WORDS).decode()


def test_a_table_has_a_row_for_each_note_and_none_for_a_photograph() -> None:
    assert len(written(kept(), Format.CSV, WORDS).decode("utf-8-sig").splitlines()) == 2


def insides(folder: Path, kind: Format) -> list[bytes]:
    """Every byte of a file of that kind and of what lies beside it, unpacked."""
    found = list(files(folder).values())
    data = (folder / f"harvest.{kind}").read_bytes()
    if kind is Format.WORD:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            found += [packed.read(name) for name in packed.namelist()]
    elif kind is Format.JSON:
        told = msgspec.json.decode(data, type=Harvest)
        found += [photo.jpeg for part in told.conversations for photo in part.photos]
    elif kind is Format.PDF:
        reader = PdfReader(io.BytesIO(data))
        found += [image.data for page in reader.pages for image in page.images]
        found += [page.get_contents().get_data() for page in reader.pages]   # type: ignore[union-attr]
    return found


def pictures_in(found: list[bytes]) -> int:
    return len({data for data in found if data[:2] == b"\xff\xd8"})


@pytest.mark.parametrize("kind", list(Format))
def test_no_kind_of_file_tells_of_the_camera_of_what_was_taken_away_or_of_anybody_who_is_not_to_be_named(
        tmp_path: Path, made_faces: Faces, kind: Format) -> None:
    session, photos = session_with(WIDE, TALL, dropped=[LOOSE])
    to = tmp_path / f"harvest.{kind}"

    def write(*, names: bool) -> list[bytes]:
        pages = harvest_of(session, photos)
        if kind is Format.PDF:
            write_harvest(pages if names else nameless(pages, WORDS), to, WORDS, faces=made_faces)
        else:
            export_harvest(session, to, WORDS, photos=photos, names=names)
        return insides(tmp_path, kind)
    found = write(names=True)
    assert pictures_in(found) == (0 if kind is Format.CSV else 2)
    assert not [word for word in (b"Kamera", b"Rosa", b"Exif", b"GPS") if any(word in data for data in found)]
    assert not any(LOOSE[1] in data for data in found)
    assert pictures_in(write(names=False)) == 0
