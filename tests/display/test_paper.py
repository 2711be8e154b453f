"""What looks for notes in a PDF finds those that are there, and misses those that are not."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.display.paper import missing_from


def written(folder: Path, *pages: tuple[str, ...]) -> Path:
    """A PDF of these lines, each page with its number at the foot."""
    canvas = Canvas(str(folder / "harvest.pdf"))
    for number, lines in enumerate(pages, 1):
        for place, line in enumerate((*lines, f"Staff meeting {number}")):
            canvas.drawString(72, 700 - 20 * place, line)
        canvas.showPage()
    canvas.save()
    return folder / "harvest.pdf"


def test_a_note_broken_by_lines_and_pages_is_found(tmp_path: Path) -> None:
    file = written(tmp_path, ("Who may say", "no to a"), ("delivery?",))
    assert missing_from(file, ["Who may say no to a delivery?"]) == []


def test_a_note_that_is_not_there_is_missed(tmp_path: Path) -> None:
    file = written(tmp_path, ("Who may say", "no to a"), ("delivery?",))
    assert missing_from(file, ["Who may say yes to a delivery?"]) == ["Who may say yes to a delivery?"]


def test_a_note_without_its_last_word_is_missed(tmp_path: Path) -> None:
    file = written(tmp_path, ("Who may say", "no to a"))
    assert missing_from(file, ["Who may say no to a delivery?"]) == ["Who may say no to a delivery?"]


def test_a_note_with_a_word_left_out_in_the_middle_is_missed(tmp_path: Path) -> None:
    file = written(tmp_path, ("Who may say", "to a"), ("delivery?",))
    assert missing_from(file, ["Who may say no to a delivery?"]) == ["Who may say no to a delivery?"]
