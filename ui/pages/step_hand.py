"""The chosen steps of a plan and what is done to them: put in, moved, doubled, taken out, through the clipboard.

It holds the choice and asks the drawing for each change, one step back each; it shows nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.design import clipboard, edits
from app.design.gathering import Gathering, PlannedStep
from app.design.remedies import Change, Remedy, heed
from app.design.selection import Selection
from app.errors import Trouble
from app.library.protocol import Protocol
from app.words import Words, say
from ui.commands import Command
from ui.pages.drawing import Drawing


class StepHand(QObject):
    """`chose` when other steps are chosen, or the same again: true where the keyboard goes to the one in the hand."""

    chose = Signal(bool)

    def __init__(self, drawing: Drawing, *, words: Words) -> None:
        super().__init__(drawing)
        self._drawing, self._words = drawing, words
        self.selection = Selection()
        drawing.turned.connect(self.keep)
        self.commands = (
            Command(say("Another step"), ("Up", "Down", "Home", "End")),
            Command(say("Several steps: one more above, below"), ("Shift+Up", "Shift+Down")),
            Command(say("All steps"), ("Ctrl+A",), self.choose_all),
            Command(say("Move the chosen steps"), ("Alt+Up", "Alt+Down")),
            Command(say("Double the chosen steps"), ("Ctrl+D",)),
            Command(say("Copy the chosen steps, also to another gathering"), ("Ctrl+C",), self.copy),
            Command(say("Cut the chosen steps out"), ("Ctrl+X",), self.cut),
            Command(say("Paste steps, or words as a question"), ("Ctrl+V",), self.paste),
            Command(say("Remove the chosen steps"), ("Del", "Backspace")))

    @property
    def order(self) -> tuple[str, ...]:
        """The plan's steps by name."""
        plan = self._drawing.now
        return edits.ids(plan.steps) if plan is not None else ()

    def keep(self) -> None:
        """Let go of what is no longer in the plan."""
        self.selection = self.selection.kept(self.order)

    def choose(self, step_id: str, *, keyboard: bool = False) -> None:
        """That step alone."""
        self._choose(self.selection.only(step_id), keyboard=keyboard)

    def stretch(self, step_id: str) -> None:
        """Everything up to that step."""
        self._choose(self.selection.stretched(self.order, step_id), keyboard=True)

    def toggle(self, step_id: str) -> None:
        """That step as well, or no longer."""
        self._choose(self.selection.toggled(self.order, step_id), keyboard=True)

    def choose_all(self) -> None:
        """Every step."""
        self._choose(self.selection.everything(self.order), keyboard=True)

    def insert(self, steps: Sequence[PlannedStep], *, keyboard: bool = False) -> None:
        """Steps put in behind the chosen ones, and chosen themselves."""
        mine = [at for at, name in enumerate(self.order) if name in self.selection.all]
        at = mine[-1] + 1 if mine else len(self.order)
        self._change_to(steps, lambda g: edits.add_steps(g, steps, at), keyboard=keyboard)

    def remove(self, step_id: str) -> None:
        """That step goes, or all chosen ones where it is one of them; what stands there now is chosen."""
        self._remove(self.selection.all if step_id in self.selection.all else frozenset((step_id,)))

    def remove_one(self, step_id: str) -> None:
        """That step goes alone."""
        self._remove(frozenset((step_id,)))

    def _remove(self, gone: frozenset[str]) -> None:
        at = next((at for at, name in enumerate(self.order) if name in gone), -1)
        if at >= 0:
            self._drawing.edit(lambda g: edits.remove(g, *gone))
            left = self.order
            self.choose(left[min(at, len(left) - 1)] if left else "", keyboard=True)

    def move(self, step_id: str, to: int) -> None:
        """That step, or all chosen ones where it is one of them, to place `to` among the others."""
        moving = self.selection.all if step_id in self.selection.all else {step_id}
        self._drawing.edit(lambda g: edits.move_all(g, moving, to))
        self.chose.emit(True)

    def shift(self, by: int) -> None:
        """The chosen steps one place up (-1) or down (1)."""
        order, moving = self.order, self.selection.all
        places = [at for at, name in enumerate(order) if name in moving]
        if places and places[0] + min(by, 0) >= 0 and places[-1] + max(by, 0) < len(order):
            edge = places[0] if by < 0 else places[-1]
            others = sum(name not in moving for name in order[:edge])
            self.move(self.selection.chosen, others + by)

    def duplicate(self, *step_ids: str) -> None:
        """Copies of those steps, or of the chosen ones, right behind them and chosen."""
        before, names = set(self.order), step_ids or tuple(self.selection.all)
        if names:
            self._drawing.edit(lambda g: edits.duplicate(g, *names))
            self._choose_fresh(before)

    def copy(self) -> None:
        """The chosen steps to the clipboard: as steps for a gathering, as words for anything else."""
        plan = self._drawing.now
        steps = [step for step in plan.steps if step.id in self.selection.all] if plan is not None else []
        if steps:
            data = QMimeData()
            data.setData(clipboard.MIME, clipboard.carried(steps))
            data.setText(clipboard.as_text(steps))
            QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """The chosen steps to the clipboard, and out of the plan."""
        if self.selection.chosen:
            self.copy()
            self.remove(self.selection.chosen)

    def paste(self) -> None:
        """The clipboard's steps behind the chosen ones; of words a step whose question they are."""
        data = QGuiApplication.clipboard().mimeData()
        try:
            steps = clipboard.brought(bytes(data.data(clipboard.MIME).data())) if data.hasFormat(clipboard.MIME) else \
                clipboard.written(data.text(), self._words(say("Something of your own")))
        except Trouble as trouble:
            self._drawing.refused.emit(trouble.text)
            return
        if steps:
            self.insert(steps, keyboard=True)

    def heed(self, remedy: Remedy, shelf: Iterable[Protocol]) -> None:
        """Take what a question offers; the step that changed or is new is chosen, or what stands where one was."""
        before = self.order
        if self._drawing.now is None or remedy.change is Change.INVITE:
            return
        self._drawing.edit(lambda g: heed(g, remedy, shelf))
        now = self.order
        fresh = next((name for name in now if name not in before), remedy.step_id)
        if fresh not in now:
            fresh = now[min(before.index(fresh), len(now) - 1)] if now else ""
        self.choose(fresh, keyboard=True)

    def _change_to(self, steps: Sequence[PlannedStep], change: Callable[[Gathering], Gathering], *,
                   keyboard: bool) -> None:
        before, plan = self.selection, self._drawing.now
        if plan is None or not steps:
            return
        names = edits.ids(steps)
        self.selection = Selection(names[0], frozenset(names[1:]), names[0])
        self._drawing.edit(change)
        if self._drawing.now is plan:
            self.selection = before
        self.chose.emit(keyboard)

    def _choose_fresh(self, before: set[str]) -> None:
        fresh = [name for name in self.order if name not in before]
        if fresh:
            self._choose(Selection(fresh[0], frozenset(fresh[1:]), fresh[0]), keyboard=True)

    def _choose(self, selection: Selection, *, keyboard: bool) -> None:
        if selection.chosen != self.selection.chosen:
            self._drawing.flush()
        self.selection = selection
        self.chose.emit(keyboard)
