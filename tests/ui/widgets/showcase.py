"""Every widget on one sheet, for looking at and for the tests: `python -m tests.ui.widgets.showcase FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.words import Words, say
from ui.theme import Theme, load_theme, wear
from ui.type import Role, load_fonts
from ui.widgets.banner import Banner
from ui.widgets.bar import TimeBar
from ui.widgets.beats import BeatTrail
from ui.widgets.buttons import SMALL, TALL, InkButton, LiveButton, LiveInkButton, OutlineButton, QuietButton
from ui.widgets.chips import Chip, FlowLayout
from ui.widgets.choice import Choice
from ui.widgets.dots import GroupDots
from ui.widgets.fields import Field, TextArea
from ui.widgets.glyph import FamilyTile, family_glyph, form_glyph, kind_family, kind_glyph
from ui.widgets.keycap import KeyCap
from ui.widgets.labels import Aside, Paragraph, Runs, label
from ui.widgets.mark import Mark
from ui.widgets.option import Option
from ui.widgets.rules import Rule
from ui.widgets.scroll import Scroll
from ui.widgets.segment import Segment
from ui.widgets.stepper import MinuteStepper, Stepper
from ui.widgets.surfaces import Card, Ground, Sheet

FAMILIES = ("invitation", "possibility", "ownership", "dissent", "commitment", "gifts", "crossroads", "contracting",
            "world cafe", "open space", "appreciative inquiry", "art of convening", "part")
FORMS = ("solo", "pairs", "threes", "fours", "table", "circle", "room")
KINDS = ("insight", "possibility", "doubt", "gift", "promise", "agreement", "story", "theme", "question")


def showcase(theme: Theme, words: Words) -> QWidget:
    """Two columns: what is pressed and written, and what is read."""
    sheet = Ground(theme.window)
    columns = QHBoxLayout(sheet)
    columns.setContentsMargins(28, 28, 28, 28)
    columns.setSpacing(44)
    for rows in (_pressed(theme, words), _read(theme, words)):
        column = QVBoxLayout()
        column.setSpacing(16)
        for row in rows:
            column.addWidget(row)
        column.addStretch(1)
        columns.addLayout(column, 1)
    return sheet


def _row(*parts: QWidget, stretch: bool = True) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(4, 4, 4, 4)
    row.setSpacing(10)
    for part in parts:
        row.addWidget(part)
    if stretch:
        row.addStretch(1)
    return holder


def _flow(*parts: QWidget) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    for part in parts:
        flow.addWidget(part)
    return holder


def _pressed(theme: Theme, words: Words) -> list[QWidget]:
    def w(text: str) -> str:
        return words(say(text))

    off_ink, off = InkButton(w("Not yet"), theme=theme), OutlineButton(w("Not yet"), theme=theme)
    for button in (off_ink, off):
        button.setEnabled(False)
    first = Chip(w("All"), theme=theme)
    first.setChecked(True)
    kinds = [Chip(w(kind.capitalize()), theme=theme, glyph=kind_glyph(kind), family=kind_family(kind), tinted=True,
                  key=str(place + 1) if place < 3 else "") for place, kind in enumerate(KINDS)]
    kinds[1].setChecked(True)
    area = TextArea(theme=theme, name=w("Question on the wall"), role=Role.SAY)
    area.show_text(w("What do we keep postponing that is already decided?"))
    narrowed = Choice([Option("", w("Any form")), Option("threes", w("Threes"))], theme=theme,
                      name=w("Form"), narrowing=True)
    narrowed.show_choice("threes")
    forms = [Option(form, w(form), form_glyph(form)) for form in FORMS]
    segment = Segment(forms, theme=theme, name=w("Form"))
    segment.show_choice("threes")
    return [
        _row(InkButton(w("Host it now"), theme=theme, glyph="play", shape=TALL),
             OutlineButton(w("Add to gathering"), theme=theme, glyph="plus", shape=TALL),
             OutlineButton(w("Stand back"), theme=theme, glyph="far", key="S")),
        _row(InkButton(w("Host it"), theme=theme, glyph="play", key="Enter"),
             OutlineButton(w("Use this"), theme=theme, shape=SMALL), off_ink, off,
             QuietButton("", theme=theme, glyph="dots", name=w("More")), QuietButton(w("Not now"), theme=theme)),
        _row(LiveInkButton(w("Call them back"), theme=theme, glyph="bell"),
             LiveButton(w("Hold"), theme=theme, glyph="pause"),
             MinuteStepper(w("1 min"), theme=theme, less=w("A minute less"), more=w("A minute more")),
             LiveButton(w("Back"), theme=theme, glyph="back")),
        _flow(first, *(Chip(w(family.capitalize()), theme=theme, glyph=family_glyph(family), family=family)
                       for family in FAMILIES)),
        _flow(*kinds),
        _row(Stepper(11, theme=theme, least=2, most=300, name=w("People here"), less=w("One less"), more=w("One more")),
             narrowed,
             Choice([Option("", w("Any setting")), Option("staff", w("Staff meeting"))], theme=theme,
                    name=w("Setting"), narrowing=True)),
        _row(segment, stretch=False),
        _row(Segment([Option(v, w(v)) for v in ("peers", "host", "silence")], theme=theme, name=w("Who speaks")),
             Segment([Option(f, "", form_glyph(f)) for f in ("pairs", "threes")], theme=theme, name=w("Form"))),
        _row(Field(theme=theme, name=w("Search"), placeholder=w("Search questions and words"), glyph="search", key="/"),
             stretch=False),
        _row(Field(theme=theme, name=w("Note"), role=Role.SAY, height=58, hint=w("Enter keeps it")), stretch=False),
        _row(Choice([Option("gift", w("Gift"), "gift", "gifts"), Option("doubt", w("Doubt"), "doubt", "dissent")],
                    theme=theme, name=w("Kind")), stretch=False),
        _row(area, stretch=False),
    ]


def _read(theme: Theme, words: Words) -> list[QWidget]:
    def w(text: str) -> str:
        return words(say(text))

    bar = TimeBar(theme.family("ownership").strong, theme=theme)
    rest = TimeBar(theme.family("gifts").strong, theme=theme)
    bar.show_time(0.33, ticks=(1 / 3, 2 / 3))
    rest.show_time(0.2, hatched=True)
    banner = Banner(theme=theme)
    banner.show_message(w("This file could not be read: line 4 names a family we do not know."), (w("Open folder"),))
    card = Card(theme=theme, name=w("A card"))
    card.show_selected(selected=True)
    inside = QHBoxLayout(card)
    inside.setContentsMargins(16, 14, 16, 14)
    inside.setSpacing(14)
    inside.addWidget(FamilyTile("ownership", theme=theme))
    inside.addWidget(Paragraph(w("What have we been waiting for somebody else to begin?"), Role.SAY, theme.ink), 1)
    tinted = Sheet(fill=theme.family("dissent").tint, bar=theme.family("dissent").strong)
    inner = QVBoxLayout(tinted)
    inner.setContentsMargins(28, 20, 28, 20)
    inner.addWidget(Paragraph(w("What no have you been postponing?"), Role.HERO, theme.ink))
    lines = QWidget()
    column = QVBoxLayout(lines)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for number in range(12):
        column.addWidget(label(f"{number + 1}", Role.BODY, theme.ink2))
    scroll = Scroll(lines)
    scroll.setFixedHeight(70)
    return [
        _row(Mark(theme=theme), label(w("What the room kept"), Role.TITLE, theme.ink), KeyCap("/", theme=theme),
             KeyCap("Ctrl Z", theme=theme)),
        _row(*(FamilyTile(family, theme=theme, px=34) for family in FAMILIES)),
        Paragraph(w("One line stands under the other at the pitch the design gives, and a long sentence wraps "
                    "where the column ends."), Role.SAY, theme.ink),
        Paragraph(w("So that people who share one street look at it together."), Role.ITALIC, theme.ink2),
        Paragraph(w("A caption says what is worth knowing, in a smaller hand."), Role.CAPTION, theme.ink3),
        Aside(w("Your own wish to explain. Let the first silence do its work, and wait before you help."),
              Role.BODY, theme.ink2, bar=theme.line),
        Runs([(w("Ends "), Role.BODY, theme.ink), ("09:45", Role.BODY_BOLD, theme.ink),
              (w(", as promised"), Role.BODY, theme.ink)]),
        Rule(theme.line),
        BeatTrail([w(name) for name in ("Gather", "Frame", "Round", "Call back")], 2, theme=theme),
        bar, rest,
        _row(GroupDots((3, 4, 4), theme.ink2), GroupDots((2, 2, 5, 10), theme.ink2),
             GroupDots((3,) * 46, theme.ink2, width=200)),
        card, tinted, banner, scroll,
    ]


def dress(application: QApplication, theme: Theme) -> None:
    """Give the application the theme's palette and style sheet, as the program's own start does."""
    wear(application, theme)


def photograph(folder: Path) -> list[Path]:
    """One picture a theme and language, written into `folder`."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    load_fonts()
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name in ("light", "dark"):
        for language in ("en", "xx"):
            theme = load_theme(name)
            dress(application, theme)
            sheet = showcase(theme, Words(language))
            sheet.resize(1440, sheet.heightForWidth(1440))
            sheet.show()
            made.append(folder / f"widgets-{name}-{language}.png")
            sheet.grab().save(str(made[-1]))
            sheet.close()
    return made


if __name__ == "__main__":
    photograph(Path(sys.argv[1]))
