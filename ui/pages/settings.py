"""Settings: few, on one page, each with the sentence that says what it does. The page decides and keeps nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.settings import LOUDEST, Settings, Targets
from app.words import PSEUDO, Text, Words, say
from ui.panels.round_moments import TIMERS, WARNINGS, read_warnings, written
from ui.theme import DARK, LIGHT, NIGHT, PAPER, Theme
from ui.type import TEXT_SIZES, Role, grown
from ui.widgets.banner import Banner
from ui.widgets.buttons import OutlineButton, Shape
from ui.widgets.choice import Choice
from ui.widgets.labels import Paragraph
from ui.widgets.option import Option
from ui.widgets.rules import Rule
from ui.widgets.scroll import Scroll
from ui.widgets.segment import Segment
from ui.widgets.stepper import Stepper
from ui.widgets.surfaces import Sheet

WIDE, HAND = 860, 340
"""Pixels: the width of the page's column, and of what is pressed in it, before they grow with the words."""
THEMES = ((LIGHT, say("Light")), (DARK, say("Dark")))
PAPERS = ((PAPER, say("Paper")), (NIGHT, say("Night")))
MOTIONS = (("False", say("Gentle")), ("True", say("None")))
TARGETS = ((Targets.AUTO.value, say("By itself")), (Targets.USUAL.value, say("Usual")),
           (Targets.LARGE.value, say("For fingers")))
SHEETS = (("a4", say("A4")), ("letter", say("Letter")))
BELLS = (("True", say("Rings")), ("False", say("Silent")))
LANGUAGES = (("en", say("English")), (PSEUDO, say("Lengthened, for trying out")))


class SettingsPage(QWidget):
    """`chosen` brings the name of a setting and its new value, `again` the wish to build the windows anew.

    `bell_tried` when the host wants to hear the bell, `identify` when a number is wanted on each display.
    """

    chosen = Signal(str, object)
    again = Signal()
    bell_tried = Signal()
    identify = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._segments = {
            "theme": self._segment("theme", say("Colours of the console"), THEMES),
            "text_size": self._segment("text_size", say("Size of the console's words"), tuple(
                (str(size), say("{n} %", n=size)) for size in TEXT_SIZES)),
            "wall_theme": self._segment("wall_theme", say("Colours of the wall"), PAPERS),
            "targets": self._segment("targets", say("Size of what is pressed"), TARGETS),
            "reduced_motion": self._segment("reduced_motion", say("Motion of the wall"), MOTIONS),
            "paper": self._segment("paper", say("Paper"), SHEETS),
            "bell_close": self._segment("bell_close", say("Bell when time is complete"), BELLS),
            "bell_last_minute": self._segment("bell_last_minute", say("Bell when the end comes near"), BELLS),
            "bell_cues": self._segment("bell_cues", say("Bell at a turn within a round"), BELLS),
            "bell_begin": self._segment("bell_begin", say("Bell when a round begins"), BELLS),
        }
        self._choices = {
            "language": self._choice("language", say("Language of the console"), LANGUAGES),
            "wall_language": self._choice("wall_language", say("Language of the wall"), LANGUAGES),
            "wall_display": self._choice("wall_display", say("Where the wall is shown"), ()),
            "wall_timer": self._choice("wall_timer", say("Time on the wall"), tuple(
                (timer.value, text) for timer, text in TIMERS)),
            "wall_warnings": self._choice("wall_warnings", say("The end of a round is told"), tuple(
                (written(warnings), text) for warnings, text in WARNINGS)),
            "sound_output": self._choice("sound_output", say("Where the bell sounds"), ()),
        }
        self._volume = Stepper(1, theme=theme, least=1, most=LOUDEST, name=words(say("Volume of the bell")),
                               less=words(say("Softer")), more=words(say("Louder")), height=grown(38))
        self._volume.valueChanged.connect(lambda volume: self.chosen.emit("bell_volume", volume))
        self._unheard = Paragraph("", Role.CAPTION, theme.ink)
        self._unheard.hide()
        self._folder = Paragraph("", Role.BODY, theme.ink, align=Qt.AlignmentFlag.AlignRight)
        self._folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._again = Banner(theme=theme)
        self._again.pressed.connect(lambda number: self.again.emit())
        self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first choice has the keyboard."""
        self.focusNextChild()

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen now."""
        for name, segment in self._segments.items():
            segment.show_choice(str(getattr(settings, name)))
        for name, choice in self._choices.items():
            chosen = getattr(settings, name)
            choice.show_choice(chosen if isinstance(chosen, str) else written(chosen))
        self._volume.show_value(settings.bell_volume)

    def show_displays(self, displays: tuple[tuple[str, Text | str], ...]) -> None:
        """Offer these for the wall: the value kept, and what the display is called."""
        self._choices["wall_display"].show_options([Option(value, self._words(text)) for value, text in displays])

    def show_outputs(self, outputs: tuple[tuple[str, Text | str], ...]) -> None:
        """Offer these for the bell: the value kept, and what the output is called."""
        self._choices["sound_output"].show_options([Option(value, self._words(text)) for value, text in outputs])

    def show_sound(self, wrong: Text | None) -> None:
        """Say what is wrong with the bell that was tried; None: it was heard."""
        self._unheard.show_text("" if wrong is None else self._words(wrong))
        self._unheard.setVisible(wrong is not None)

    def show_folder(self, folder: str) -> None:
        """Name the folder in which everything is kept."""
        self._folder.show_text(folder)

    def show_waiting(self, *, waiting: bool, hosting: bool) -> None:
        """Whether something chosen waits for new windows, and whether a room is looking at them."""
        sentence = say("New windows are needed for this. What you host goes on by itself, and the wall is gone "
                       "for a moment.") if hosting else say("New windows are needed for this.")
        self._again.show_message(self._words(sentence) if waiting else "",
                                 (self._words(say("Start again now")),) if waiting else ())

    def _segment(self, name: str, spoken: Text, options: tuple[tuple[str, Text], ...]) -> Segment:
        made = Segment([Option(value, self._words(text)) for value, text in options], theme=self._theme,
                       name=self._words(spoken), height=grown(38), pad=18)
        made.chosen.connect(lambda value: self.chosen.emit(name, _meant(value)))
        return made

    def _choice(self, name: str, spoken: Text, options: tuple[tuple[str, Text], ...]) -> Choice:
        made = Choice([Option(value, self._words(text)) for value, text in options], theme=self._theme,
                      name=self._words(spoken), height=grown(38))
        made.setFixedWidth(grown(HAND))
        made.chosen.connect(lambda value: self.chosen.emit(
            name, read_warnings(value) if name == "wall_warnings" else value))
        return made

    def _lay_out(self) -> None:
        theme, words = self._theme, self._words
        inside = QWidget()
        middle = QHBoxLayout(inside)
        middle.setContentsMargins(28, 24, 28, 28)
        group = QWidget()
        group.setMaximumWidth(grown(WIDE))
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Paragraph(words(say("Settings")), Role.TITLE, theme.ink))
        column.addWidget(Paragraph(words(say("Each is kept as soon as you choose it.")), Role.BODY, theme.ink2))
        column.addWidget(self._again)
        column.addSpacing(6)
        for title, rows in self._parts():
            column.addWidget(Paragraph(words(title), Role.LABEL, theme.ink2))
            column.addWidget(self._sheet(rows))
            column.addSpacing(10)
        column.addStretch(1)
        middle.addStretch(1)
        middle.addWidget(group, 20)
        middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(inside))

    def _parts(self) -> tuple[tuple[Text, tuple[tuple[Text, Text, QWidget], ...]], ...]:
        """Every part of the page: its title, and its rows of name, what it does, and what is pressed."""
        pressed: dict[str, QWidget] = {**self._segments, **self._choices}
        return (
            (say("The console"), (
                (say("Colours"), say("Dark is for evenings."), pressed["theme"]),
                (say("Size of words"), say("The clock is large enough already and stays."), pressed["text_size"]),
                (say("What is pressed"), say("By itself it is as large as a fingertip where there is a touch screen."),
                 pressed["targets"]),
                (say("Language"), say("What you wrote yourself stays as you wrote it."), pressed["language"]))),
            (say("The wall"), (
                (say("Colours"), say("Paper where there is daylight, Night in a dim room."), pressed["wall_theme"]),
                (say("Language"), say("It may be another than yours."), pressed["wall_language"]),
                (say("Display"), say("It is remembered and found again when it is plugged in."),
                 self._where()),
                (say("Time"), say("What stands there while a round runs. A step may have its own; it counts from the "
                                  "next gathering you host."), pressed["wall_timer"]),
                (say("The end is told"), say("In words, and by the bell. Five and two minutes only in rounds of "
                                             "fifteen and more."), pressed["wall_warnings"]),
                (say("Motion"), say("Gentle lets one picture fade into the next; None changes it at once."),
                 pressed["reduced_motion"]))),
            (say("Sound"), (
                (say("Time is complete"), say("A bell that falls, when a round or a break is over and when you call "
                                              "people back."), pressed["bell_close"]),
                (say("The end comes near"), say("One high stroke when the wall tells of it, in rounds of three minutes "
                                                "and more."),
                 pressed["bell_last_minute"]),
                (say("Turns within a round"), say("A soft stroke when the next voice, or the next half, begins."),
                 pressed["bell_cues"]),
                (say("A round begins"), say("One stroke. Your own voice may be enough."), pressed["bell_begin"]),
                (say("Output"), say("It is remembered. Where it is not plugged in, the computer's own is used."),
                 pressed["sound_output"]),
                (say("Volume"), say("U silences it while you host."), self._loudness()))),
            (say("On paper"), (
                (say("Paper"), say("For everything you print, and for a harvest that leaves as a PDF or for Word."),
                 pressed["paper"]),)),
            (say("What is kept"), (
                (say("Folder"), say("To use another, start Convener with --data and the folder's name. Moving this one "
                                    "moves everything in it."), self._folder),)),
        )

    def _where(self) -> QWidget:
        """The wall's display, and what tells which number is which."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._choices["wall_display"])
        numbers = OutlineButton(self._words(say("Number the displays")), theme=self._theme, glyph="host",
                                shape=Shape(height=grown(38)))
        numbers.clicked.connect(lambda: self.identify.emit())
        column.addWidget(numbers, 0, Qt.AlignmentFlag.AlignRight)
        return whole

    def _loudness(self) -> QWidget:
        """The volume, what tries it, and below it what is wrong."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self._volume)
        test = OutlineButton(self._words(say("Ring it")), theme=self._theme, glyph="bell",
                             shape=Shape(height=grown(38)))
        test.clicked.connect(lambda: self.bell_tried.emit())
        row.addWidget(test)
        column.addLayout(row)
        self._unheard.setMaximumWidth(grown(HAND))
        column.addWidget(self._unheard)
        return whole

    def _sheet(self, rows: tuple[tuple[Text, Text, QWidget], ...]) -> Sheet:
        theme, words = self._theme, self._words
        sheet = Sheet(fill=theme.surface, line=theme.line)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(20, 6, 20, 6)
        column.setSpacing(0)
        for number, (name, what, control) in enumerate(rows):
            if number:
                column.addWidget(Rule(theme.line))
            said = QVBoxLayout()
            said.setSpacing(0)
            said.addStretch(1)
            said.addWidget(Paragraph(words(name), Role.BODY_BOLD, theme.ink))
            said.addWidget(Paragraph(words(what), Role.CAPTION, theme.ink2))
            said.addStretch(1)
            row = QHBoxLayout()
            row.setContentsMargins(0, 10, 0, 10)
            row.setSpacing(28)
            row.addLayout(said, 1)
            side = Qt.AlignmentFlag.AlignVCenter
            if control is self._folder:
                row.addWidget(control, 1, side)
            else:
                row.addWidget(control, 0, side | Qt.AlignmentFlag.AlignRight)
            column.addLayout(row)
        return sheet


def _meant(value: str) -> str | int | bool:
    """What the value of a segment stands for: a number, yes or no, or itself."""
    if value.isdigit():
        return int(value)
    return {"True": True, "False": False}.get(value, value)
