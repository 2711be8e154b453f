"""The faces for paper: made once, whole, and not called by a reserved name."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from app.errors import Trouble
from app.prints.faces import Face, Faces, faces

pytestmark = pytest.mark.slow


def test_a_face_that_was_made_is_only_looked_at_the_next_time(made_faces: Faces) -> None:
    path = made_faces.cut(Face.TEXT).path
    before = path.stat().st_mtime_ns
    assert faces(path.parent.parent) == made_faces
    assert path.stat().st_mtime_ns == before


def test_no_face_is_called_by_the_reserved_name(made_faces: Faces) -> None:
    for face in Face:
        names = TTFont(made_faces.cut(face).path)["name"].names
        called = [name.toUnicode() for name in names if name.nameID in (1, 2, 3, 4, 6, 16, 17, 18, 21, 22, 25)]
        assert called and not any("source" in name.lower() for name in called)
        assert any("Copyright" in name.toUnicode() or "©" in name.toUnicode() for name in names if name.nameID == 0)


def test_semibold_is_wider_than_regular(made_faces: Faces) -> None:
    def width(face: Face) -> int:
        font = TTFont(made_faces.cut(face).path)
        assert "fvar" not in font
        return sum(font["hmtx"][font.getBestCmap()[ord(letter)]][0] for letter in "Conversation")

    assert width(Face.SANS_BOLD) > width(Face.SANS)


def test_a_cache_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    with pytest.raises(Trouble, match="could not be kept"):
        faces(tmp_path / "cache")
