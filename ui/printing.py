"""Connects the designer with the press: which paper of a plan is wanted, where it goes, what became of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.design.gathering import Gathering
from app.errors import Trouble
from app.prints.handouts import Handout
from app.prints.paper import Paper
from app.words import Words, say
from ui.asking import ask_for_pdf
from ui.panels.print_row import PrintRow
from ui.tasks import Tasks


class Printing(QObject):
    """The paper row's other side; `paper` answers what lies in the printer. A PDF is written in a thread, so that the
    console never waits.
    """

    def __init__(self, *, row: PrintRow, plan: Callable[[], Gathering | None], tasks: Tasks, words: Words,
                 window: QWidget, paper: Callable[[], Paper]) -> None:
        super().__init__(window)
        self._row, self._plan, self._tasks, self._words, self._window = row, plan, tasks, words, window
        self._paper = paper
        row.wanted.connect(lambda what: self._ask_where(Handout(what)))

    def _ask_where(self, what: Handout) -> None:
        gathering = self._plan()
        if gathering is not None:
            title = {Handout.SLIPS: say("{title}, slips", title=gathering.title),
                     Handout.TABLES: say("{title}, table cards", title=gathering.title),
                     Handout.SEATING: say("{title}, who sits where", title=gathering.title),
                     Handout.SEATS: say("{title}, seat cards", title=gathering.title),
                     Handout.GUIDE: say("{title}, interview guide", title=gathering.title),
                     Handout.PROPOSITIONS: say("{title}, propositions", title=gathering.title),
                     Handout.AGREEMENTS: say("{title}, agreements", title=gathering.title),
                     Handout.QUESTIONS: say("{title}, question cards", title=gathering.title),
                     Handout.HOSTS: say("{title}, table hosts", title=gathering.title),
                     Handout.TOPICS: say("{title}, sheets for topics", title=gathering.title),
                     Handout.SIGNS: say("{title}, signs", title=gathering.title),
                     Handout.REPORTS: say("{title}, report forms", title=gathering.title),
                     Handout.POSTERS: say("{title}, posters", title=gathering.title),
                     Handout.PROMISES: say("{title}, promise cards", title=gathering.title),
                     Handout.INVITATION: say("{title}, invitation", title=gathering.title)}[what]
            ask_for_pdf(self._window, self._words, say("Where shall the paper be kept?"), self._words(title),
                        lambda path: self._write(gathering, what, path))

    def _write(self, gathering: Gathering, what: Handout, to: Path) -> None:
        from app.prints.export import export_handout

        self._row.show_writing()
        words, paper = self._words, self._paper()
        self._tasks.in_thread(lambda: export_handout(gathering, what, to, words, paper),
                              lambda missing: self._row.show_written(to, missing), self._failed)

    def _failed(self, fault: Exception) -> bool:
        if isinstance(fault, Trouble):
            self._row.show_trouble(fault.text)
            return True
        return False
