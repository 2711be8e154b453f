"""Who comes, and who then sits with whom: a list is pasted, seats are worked out beside it, and all of it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.design.gathering import Gathering, Seating
from app.design.seats import is_worked_out, told
from app.groups.forms import Form
from app.groups.plan import Plan
from app.store.store import Store
from tests.plans import gathering
from tests.ui.pages.at_the_desk import named, press
from tests.ui.pages.drawing_board import opened
from tests.ui.pages.reading import read, settle
from tests.ui.pages.test_designer import Desk
from ui.matching import Matching
from ui.pages.designer import DesignerPage
from ui.panels.people import People
from ui.panels.person_row import NOBODY, PersonRow
from ui.panels.seating_told import SeatingTold
from ui.rooms import Room
from ui.widgets.choice import Choice

pytestmark = pytest.mark.slow

NAMES = ("Ada", "Bo", "Cy", "Dora", "Eli", "Hana", "Ivo", "Jo", "Kim", "Lea", "Mo", "Nils", "Ola", "Pia", "Quentin",
         "Rosa", "Sami", "Tea", "Ulf", "Vera", "Wim", "Xenia", "Yves")


class Worker:
    """Stands where the thread stands, and does the work when it is told to; `waits` for that, or does it at once."""

    def __init__(self) -> None:
        self.waits = False
        self.given: list[Callable[[], None]] = []
        self.stumbles: Callable[[], object] = lambda: None

    def __call__(self, work: Callable[[], Plan], then: Callable[[Plan], None],
                 failed: Callable[[Exception], bool]) -> None:
        def do() -> None:
            try:
                result = work()
            except Exception as fault:
                if not failed(fault):
                    raise
            else:
                then(result)
        self.given.append(do)
        self.stumbles = lambda: failed(RuntimeError("of ours"))
        if not self.waits:
            self.go_on()

    def go_on(self) -> None:
        """Do what was given."""
        while self.given:
            self.given.pop(0)()


class PeopleDesk(Desk):
    """A desk at which seats are worked out."""

    def __init__(self, page: DesignerPage, qtbot: QtBot) -> None:
        super().__init__(page, qtbot)
        self.worker = Worker()
        room = Room(lambda: page)
        self.matching = Matching(room=room, in_thread=self.worker, parent=room())
        self.matching.start()

    def paste(self, lines: str) -> None:
        """Put these lines into the list, as a person pastes them."""
        if not self.page.findChildren(People)[0].isVisible():
            self.page.open_people()
        field = named(self.page, "Names, one on each line", QPlainTextEdit)
        field.selectAll()
        QApplication.clipboard().setText(lines)
        field.paste()
        self.page.flush()

    def by_a_list(self, *places: int) -> None:
        """Let these steps go by a list."""
        for place in places:
            self.choose(place)
            press(self.page, "by a list")

    def told_line(self) -> str:
        """What stands about the seats."""
        return self.page.findChildren(SeatingTold)[0].text()

    def wait_for_seats(self) -> None:
        """Until the seats are those of the plan."""
        self.qtbot.waitUntil(lambda: bool(self.now().seats) and is_worked_out(self.now()))

    def row(self, called: str) -> PersonRow:
        """The row of somebody in sight."""
        settle()
        return next(row for row in self.page.findChildren(PersonRow)
                    if row.isVisible() and row.accessibleName().split(":")[0] == called)


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot) -> Iterator[PeopleDesk]:
    """Three conversations in threes, and nobody on a list."""
    page = opened(qapp, qtbot, gathering("invitation", "ownership", "invitation", people=12))
    desk = PeopleDesk(page, qtbot)
    yield desk
    desk.matching.stop()


def together(plan: Gathering, one: int, other: int) -> bool:
    """Whether two badges ever sit at one table."""
    return any({one, other} <= set(table) for seats in plan.seats for table in seats.tables)


def test_a_day_of_twenty_three_names_from_an_empty_list_to_the_kept_plan(desk: PeopleDesk, tmp_path: Path) -> None:
    desk.paste("\n".join(NAMES))
    assert (desk.now().people, [p.name for p in desk.now().roster.people]) == (23, list(NAMES))
    assert named(desk.page, "23 people, on a list", QAbstractButton).isVisible()
    QTest.mouseClick(desk.row("Cy"), Qt.MouseButton.LeftButton)
    press(desk.page, "hosts a table")
    QTest.mouseClick(desk.row("Ada"), Qt.MouseButton.LeftButton)
    press(desk.page, "hosts a table")
    others = named(desk.page, "Kept apart from", Choice)
    others.chosen.emit("2")
    assert desk.now().roster.apart == ((1, 2),)
    assert desk.row("Bo").accessibleName() == "Bo: apart from Ada"
    desk.by_a_list(0, 1, 2)
    press(desk.page, "table")
    desk.wait_for_seats()
    plan = desk.now()
    assert desk.told_line().startswith("Nobody meets anybody twice.")
    assert desk.told_line().endswith(" of 253 possible pairs meet.")
    assert not together(plan, 1, 2)
    tables = plan.seats_at(plan.steps[2].id)
    assert tables is not None and [table[0] for table in tables.tables[:2]] == [1, 3], "hosts have a table each"
    met = [pair for seats in plan.seats for table in seats.tables for pair in combinations(sorted(table), 2)]
    assert len(met) == len(set(met))
    with closing(Store.open(tmp_path)) as store:
        store.keep_gathering(desk.told[-1], 0)
        kept = store.gathering(plan.id)
    assert kept == plan and is_worked_out(kept)
    answer = told(kept)
    assert answer is not None and answer.repeats == 0


def test_undo_takes_back_what_a_person_did_and_not_what_was_worked_out(desk: PeopleDesk) -> None:
    desk.paste("\n".join(NAMES))
    desk.by_a_list(0)
    desk.wait_for_seats()
    press(desk.page, "Undo")
    assert desk.now().steps[0].seating is Seating.CHOSEN
    press(desk.page, "Undo")
    assert desk.now().roster.people == () and desk.now().people == 12
    QTest.keySequence(desk.page, QKeySequence("Ctrl+Shift+Z"))
    QTest.keySequence(desk.page, QKeySequence("Ctrl+Shift+Z"))
    assert desk.now().steps[0].seating is Seating.ASSIGNED
    desk.wait_for_seats()


def test_what_is_worked_out_is_told_so_that_it_is_kept(desk: PeopleDesk) -> None:
    desk.paste("\n".join(NAMES[:9]))
    desk.by_a_list(0, 1)
    desk.wait_for_seats()
    assert desk.told[-1].seats == desk.now().seats
    before = len(desk.told)
    desk.page.show_gathering(gathering("ownership"))
    desk.page.show_gathering(desk.told[before - 1])
    desk.qtbot.waitUntil(lambda: desk.told_line().startswith("Nobody meets"))
    assert len(desk.told) == before, "telling what was known changes nothing"


def test_working_it_out_can_be_stopped_and_keeps_the_best_so_far(desk: PeopleDesk) -> None:
    desk.worker.waits = True
    desk.paste("\n".join(NAMES[:12]))
    for place in range(3):
        desk.by_a_list(place)
        press(desk.page, "fours")
    desk.qtbot.waitUntil(lambda: desk.told_line() == "Working out who sits with whom …")
    press(desk.page, "Stop")
    desk.worker.go_on()
    assert is_worked_out(desk.now())
    assert "repeats; at least 6 cannot be avoided." in desk.told_line(), "one more moment would have found six"
    assert "Stop" not in [b.text() for b in desk.page.findChildren(QAbstractButton) if b.isVisible()]


def test_an_answer_to_a_plan_that_has_changed_is_not_taken(desk: PeopleDesk) -> None:
    desk.worker.waits = True
    desk.paste("\n".join(NAMES[:12]))
    desk.by_a_list(0)
    desk.qtbot.waitUntil(lambda: len(desk.worker.given) == 1)
    desk.by_a_list(1)
    desk.worker.go_on()
    assert desk.now().seats == (), "the question was another one"
    desk.qtbot.waitUntil(lambda: len(desk.worker.given) == 1)
    desk.worker.go_on()
    assert len(desk.now().seats) == 2


def test_a_refusal_of_a_plan_that_has_changed_is_not_told(desk: PeopleDesk) -> None:
    desk.paste("\n".join(NAMES[:8]))
    for name in NAMES[:4]:
        QTest.mouseClick(desk.row(name), Qt.MouseButton.LeftButton)
        press(desk.page, "hosts a table")
    desk.worker.waits = True
    desk.by_a_list(0)
    press(desk.page, "table")
    desk.qtbot.waitUntil(lambda: len(desk.worker.given) == 1)
    press(desk.page, "pairs")
    desk.qtbot.waitUntil(lambda: len(desk.worker.given) == 2)
    desk.worker.given.pop(0)()
    assert "host" not in desk.told_line()
    desk.worker.go_on()
    assert desk.told_line().startswith("Nobody meets anybody twice.")


def test_more_hosts_than_tables_is_said_in_one_sentence(desk: PeopleDesk) -> None:
    desk.paste("\n".join(NAMES[:8]))
    for name in NAMES[:4]:
        QTest.mouseClick(desk.row(name), Qt.MouseButton.LeftButton)
        press(desk.page, "hosts a table")
    desk.by_a_list(0)
    press(desk.page, "table")
    desk.qtbot.waitUntil(lambda: "host" in desk.told_line())
    assert desk.now().seats == ()


def test_a_list_without_people_is_asked_for_where_it_is_missed(desk: PeopleDesk) -> None:
    press(desk.page, "by a list")
    assert desk.told_line() == "A step goes by a list, and nobody is on it yet."
    press(desk.page, "Who comes?")
    assert named(desk.page, "Names, one on each line", QPlainTextEdit).hasFocus()
    press(desk.page, "1 to 12")
    assert [person.number for person in desk.now().roster.people] == list(range(1, 13))


def test_the_tables_of_a_step_can_be_read(desk: PeopleDesk) -> None:
    desk.paste("Ada\nBo\nCy\nDora\nEli\nHana")
    desk.by_a_list(0)
    desk.wait_for_seats()
    press(desk.page, "Who sits where")
    lines = next(text for text in read(desk.page) if text.startswith("1: ")).split("\n")
    assert sorted(name for line in lines for name in line.split(": ")[1].split(", ")) == [
        "Ada", "Bo", "Cy", "Dora", "Eli", "Hana"]


def test_the_list_opens_and_closes_by_keys_and_rows_are_walked_by_arrows(desk: PeopleDesk) -> None:
    QTest.keyClick(desk.page, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert named(desk.page, "Names, one on each line", QPlainTextEdit).hasFocus()
    for name in ("Ada", "Bo", "Cy"):
        QTest.keyClicks(named(desk.page, "Names, one on each line", QPlainTextEdit), name)
        QTest.keyClick(named(desk.page, "Names, one on each line", QPlainTextEdit), Qt.Key.Key_Return)
    row = desk.row("Ada")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Down)
    assert desk.row("Bo").hasFocus()
    QTest.keyClick(desk.row("Bo"), Qt.Key.Key_Space)
    settle()
    chip = named(desk.page, "keeps their place", QAbstractButton)
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert [person.stays for person in desk.now().roster.people] == [False, True, False]
    QTest.keyClick(chip, Qt.Key.Key_Escape)
    assert not desk.page.findChildren(People)[0].isVisible()
    assert named(desk.page, "table", QAbstractButton).isVisible()


def test_a_name_that_is_typed_on_keeps_what_is_known_about_the_person(desk: PeopleDesk) -> None:
    desk.paste("Ada\nBo\nCy")
    QTest.mouseClick(desk.row("Bo"), Qt.MouseButton.LeftButton)
    press(desk.page, "not in the room")
    field = named(desk.page, "Names, one on each line", QPlainTextEdit)
    field.setPlainText("Ada\nBo Lindqvist\nCy")
    desk.page.flush()
    assert [(p.number, p.name, p.remote) for p in desk.now().roster.people] == [
        (1, "Ada", False), (2, "Bo Lindqvist", True), (3, "Cy", False)]


def test_whoever_is_kept_apart_may_meet_again(desk: PeopleDesk) -> None:
    desk.paste("Ada\nBo\nCy")
    QTest.mouseClick(desk.row("Bo"), Qt.MouseButton.LeftButton)
    others = named(desk.page, "Kept apart from", Choice)
    assert [others.itemText(row) for row in range(others.count())] == ["Keep apart from …", "Ada", "Cy"]
    others.chosen.emit("3")
    assert desk.now().roster.apart == ((2, 3),) and others.choice() == NOBODY
    press(desk.page, "Apart from Cy. Press to let them meet")
    assert desk.now().roster.apart == ()
    assert others.hasFocus()


def test_of_three_hundred_people_those_in_sight_are_rows_and_anybody_can_be_found(desk: PeopleDesk) -> None:
    desk.paste("\n".join(f"Person {n}" for n in range(1, 301)))
    settle()
    assert 0 < len([row for row in desk.page.findChildren(PersonRow) if row.isVisible()]) < 40
    find = named(desk.page, "Find somebody", QLineEdit)
    QTest.keyClicks(find, "son 29")
    settle()
    shown = sorted(row.accessibleName() for row in desk.page.findChildren(PersonRow) if row.isVisible())
    assert shown == ["Person 29", *(f"Person {n}" for n in range(290, 300))]


def test_with_a_list_the_number_of_people_is_the_lists(desk: PeopleDesk) -> None:
    press(desk.page, "12 people")
    number = named(desk.page, "People", QLineEdit)
    assert number.isEnabled()
    desk.paste("Ada\nBo\nCy")
    assert not number.isEnabled()
    named(desk.page, "Names, one on each line", QPlainTextEdit).clear()
    desk.page.flush()
    assert number.isEnabled() and desk.now().people == 3, "nobody on it: the number is the host's again"


def test_a_step_that_is_pointed_at_takes_the_place_of_the_list(desk: PeopleDesk) -> None:
    desk.paste("Ada\nBo\nCy")
    desk.choose(1)
    settle()
    assert not desk.page.findChildren(People)[0].isVisible()
    assert named(desk.page, "Question on the wall", QWidget).isVisible()
    assert desk.now().steps[1].form is Form.THREES


def test_what_failed_by_a_fault_of_ours_is_not_said_to_be_worked_out_and_is_asked_again(desk: PeopleDesk) -> None:
    desk.worker.waits = True
    desk.paste("\n".join(NAMES))
    desk.by_a_list(0, 1)
    desk.qtbot.waitUntil(lambda: "Working out" in desk.told_line())
    desk.worker.given.clear()
    desk.worker.stumbles()
    assert "Working out" not in desk.told_line()
    desk.worker.waits = False
    desk.choose(0)
    desk.wait_for_seats()
