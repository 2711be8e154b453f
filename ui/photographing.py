"""Photographs on their way into a harvest: asked for, read in a thread, kept, and then put with the notes of a step."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.design.gathering import new_id
from app.errors import NotKept, Trouble
from app.harvest.photos import Photo, Picture, read_picture
from app.live.clock import Clock
from app.store.store import Store
from app.words import Words, say
from ui.rooms import Room
from ui.tasks import Tasks

if TYPE_CHECKING:
    from ui.pages.harvest import HarvestPage


class Photographing(QObject):
    """The photo shelf's other side."""

    def __init__(self, *, store: Store, room: Room[HarvestPage], tasks: Tasks, clock: Clock, words: Words,
                 window: QWidget) -> None:
        super().__init__(window)
        self._store, self._page, self._tasks, self._clock = store, room, tasks, clock
        self._words, self._window = words, window
        room.when_built(self._greet)

    def add(self, paths: tuple[Path, ...]) -> None:
        """Put these photographs with the step for which notes are typed now, of the session that is open now."""
        session_id, step_id = self._page().place()
        for path in paths if session_id else ():
            self._tasks.in_thread(partial(read_picture, path), partial(self._keep, session_id, step_id), self._failed)

    def _greet(self, page: HarvestPage) -> None:
        page.photos.read_from(self._store.photo)
        page.photos.wished.connect(self._ask)
        page.photos.brought.connect(self.add)

    def _ask(self) -> None:
        words = self._words
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog = QFileDialog(self._window, words(say("Which photos shall be added?")), folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(f"{words(say('Photos'))} (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif)")
        dialog.filesSelected.connect(lambda files: self.add(tuple(Path(file) for file in files)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep(self, session_id: str, step_id: str, picture: Picture) -> None:
        photo = Photo(id=new_id(), step_id=step_id, at=self._clock(), width=picture.width, height=picture.height)
        try:
            self._store.keep_photo(session_id, photo.id, picture.data)
        except NotKept as trouble:
            self._page().show_trouble(trouble.text)
        else:
            self._page().add_photo(session_id, photo)

    def _failed(self, fault: Exception) -> bool:
        if isinstance(fault, Trouble):
            self._page().show_trouble(fault.text)
            return True
        return False
