"""The front door: `python3 -m app` opens the console or does one command.

Absolute imports only and never __file__ (a frozen program has neither). Until the machine is made ready
nothing outside the standard library may be imported, and an old Python must be able to read this file.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import prepare

if TYPE_CHECKING:
    from app.words import Words


def main(argv: list[str] | None = None) -> int:
    """Run one command line. Returns 0, 1 for trouble, 2 for a wrong command line, 3 for a data folder in use."""
    from app.errors import InUse, Trouble
    from app.words import Words

    words = Words()
    try:
        return _run(command_line(words).parse_args(argv))
    except Trouble as trouble:
        print(words(trouble.text), file=sys.stderr)
        return 3 if isinstance(trouble, InUse) else 1


def command_line(words: Words) -> argparse.ArgumentParser:
    """What can be typed."""
    from app.words import say

    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--data", type=Path, metavar="FOLDER", default=argparse.SUPPRESS,
                        help=words(say("keep gatherings, notes and settings in FOLDER")))
    parser = argparse.ArgumentParser(
        prog="convener", parents=[shared],
        description=words(say("A console for people who convene people. Without a command it opens.")))
    parser.add_argument("--version", action=_Version, nargs=0, help=words(say("tell the version and leave")))
    parser.add_argument("--selftest", action="store_true",
                        help=words(say("try everything once in a folder that is thrown away")))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    check = commands.add_parser("check", parents=[shared], help=words(say("read protocol files and name every fault")))
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")

    export = commands.add_parser("export", parents=[shared],
                                 help=words(say("write the harvest of a gathering")))
    export.add_argument("gathering", metavar="GATHERING", help=words(say("its title")))
    export.add_argument("--to", required=True, type=Path, metavar="FILE",
                        help=words(say("its ending says what it becomes: .pdf, .docx, .md, .csv or .json")))
    export.add_argument("--paper", choices=("a4", "letter"), default="a4")
    export.add_argument("--no-names", action="store_true", help=words(say("nobody is named in it")))
    export.add_argument("--each", action="store_true", help=words(say("a page for each person to take home (.pdf)")))

    paper = commands.add_parser("print", parents=[shared],
                                help=words(say("write what people are handed as a PDF")))
    paper.add_argument("gathering", metavar="GATHERING", help=words(say("its title")))
    paper.add_argument("--what", required=True, choices=("slips", "tables", "seating", "seats", "guide",
                                                                 "propositions", "agreements", "questions", "hosts",
                                                                 "topics", "signs", "reports", "posters",
                                                                 "invitation", "promises"),
                       help=words(say("a slip for each person, a card for each table, the list of who sits where, "
                                      "seat cards, the interview guide, what a proposition is held against, lines "
                                      "for agreements, a question card for every group, cards for table hosts, promise "
                                      "cards, or for an Open Space sheets for topics, signs, report forms, posters; "
                                      "the invitation as a letter")))
    paper.add_argument("--paper", choices=("a4", "letter"), default="a4")
    paper.add_argument("--to", required=True, type=Path, metavar="FILE.pdf")

    commands.add_parser("doctor", parents=[shared], help=words(say("tell the state of the data in plain words")))

    mix = commands.add_parser("mix", parents=[shared],
                              help=words(say("say who sits with whom, so that as few as can be meet twice")))
    for name, meaning in (("people", say("how many, with badges from 1")), ("size", say("people in a group")),
                          ("rounds", say("how many rounds"))):
        mix.add_argument(f"--{name}", required=True, type=int, metavar="N", help=words(meaning))
    mix.add_argument("--hosts", action="store_true", help=words(say("badges 1, 2, 3 … each keep a table")))
    mix.add_argument("--apart", type=Path, metavar="FILE",
                     help=words(say("lines of badges that never sit together, such as “3 7”")))
    mix.add_argument("--seed", type=int, default=0, metavar="N", help=words(say("another number, another plan")))
    mix.add_argument("--json", action="store_true", help=words(say("print one line of JSON")))

    gallery = commands.add_parser("gallery", parents=[shared],
                                  help=words(say("write a picture of every page and wall")))
    gallery.add_argument("folder", type=Path, metavar="FOLDER")
    return parser


class _Version(argparse.Action):
    """Looks the version up when it is asked for, and not at every start."""

    def __call__(self, parser: argparse.ArgumentParser, *_asked: object) -> None:
        """Print it and leave."""
        from app.paths import version

        print(f"Convener {version()}")
        parser.exit()


def _run(arguments: argparse.Namespace) -> int:
    """Do what was asked. Qt is loaded only by what shows something."""
    if arguments.selftest:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from ui.selftest import main as selftest

        return selftest()
    if arguments.command == "check":
        from app.library.check import main as check

        return check(arguments.files)
    if arguments.command == "export":
        from app.prints.command import main as export

        return export(_data_folder(arguments), arguments.gathering, arguments.to, arguments.paper,
                      names=not arguments.no_names, each=arguments.each)
    if arguments.command == "print":
        from app.prints.command import print_handout

        return print_handout(_data_folder(arguments), arguments.gathering, arguments.what, arguments.paper,
                             arguments.to)
    if arguments.command == "doctor":
        from app.store.doctor import main as doctor

        return doctor(_data_folder(arguments))
    if arguments.command == "mix":
        from app.groups.command import main as mix

        return mix(arguments.people, arguments.size, arguments.rounds, hosts=arguments.hosts, apart=arguments.apart,
                   seed=arguments.seed, as_json=arguments.json)
    if arguments.command == "gallery":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from ui.gallery import main as gallery

        return gallery(arguments.folder)
    return _console(_data_folder(arguments))


def _console(data: Path) -> int:
    """Open the console, where there is a screen to open it on."""
    from app.errors import Trouble
    from app.words import say

    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in named):
        raise Trouble(say("There is no screen to open the console on: DISPLAY is not set. "
                          "Start Convener from a desktop; check, export and print work without one."))
    from ui.start import run

    return run(data, sys.argv[:1])


def _data_folder(arguments: argparse.Namespace) -> Path:
    from app.paths import default_data_folder

    asked: Path = getattr(arguments, "data", None) or default_data_folder()
    return asked.expanduser().absolute()


if __name__ == "__main__":
    prepare("app", sys.argv[1:])
    raise SystemExit(main())
