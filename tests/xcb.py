"""The X server without Qt, for tests: what it shows, and when a program has read all that was done to it.

A photograph by a program of its own took half a second each; here it is one request over a connection of its own.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QTimer
from PySide6.QtGui import QGuiApplication, QImage

ALL_PLANES, PIXMAP, REPLACE, WHOLE_BYTES = 0xFFFFFFFF, 2, 0, 8
MARK, KIND = 9, 19
"""A property of the desk that no program uses any more (CUT_BUFFER0), and a kind for it (INTEGER)."""
CHANGED, UP, OF_AN_EXTENSION = 28, 5, 35
"""The numbers of three events: a property has changed, a button of the pointer is up again, and what extensions tell
(where 5 is the button, too).
"""


class _Roots(ctypes.Structure):
    _fields_ = (("screen", ctypes.POINTER(ctypes.c_uint32)), ("rem", ctypes.c_int), ("index", ctypes.c_int))


class _Changed(ctypes.Structure):
    _fields_ = (("kind", ctypes.c_uint8), ("pad", ctypes.c_uint8), ("sequence", ctypes.c_uint16),
                ("window", ctypes.c_uint32), ("atom", ctypes.c_uint32))


class _Extended(ctypes.Structure):
    _fields_ = (("kind", ctypes.c_uint8), ("extension", ctypes.c_uint8), ("sequence", ctypes.c_uint16),
                ("length", ctypes.c_uint32), ("what", ctypes.c_uint16))


class _Geometry(ctypes.Structure):
    _fields_ = (("kind", ctypes.c_uint8), ("depth", ctypes.c_uint8), ("sequence", ctypes.c_uint16),
                ("length", ctypes.c_uint32), ("root", ctypes.c_uint32), ("x", ctypes.c_int16), ("y", ctypes.c_int16),
                ("width", ctypes.c_uint16), ("height", ctypes.c_uint16))


def _library() -> Any:
    """libxcb, told which of its functions answer with more than a number of 32 bits."""
    library = ctypes.CDLL("libxcb.so.1")
    pointer = ctypes.c_void_p
    for name, gives in (("xcb_connect", pointer), ("xcb_get_setup", pointer), ("xcb_get_image", ctypes.c_uint32),
                        ("xcb_get_image_reply", pointer), ("xcb_get_image_data", pointer),
                        ("xcb_get_geometry", ctypes.c_uint32), ("xcb_get_geometry_reply", ctypes.POINTER(_Geometry)),
                        ("xcb_setup_roots_iterator", _Roots)):
        getattr(library, name).restype = gives
    return library


def _root(library: Any, connection: ctypes.c_void_p) -> int:
    """The window behind all windows."""
    setup = ctypes.c_void_p(library.xcb_get_setup(connection))
    return int(library.xcb_setup_roots_iterator(setup).screen[0])


def photograph(display: str, left: int, top: int, width: int, height: int) -> QImage:
    """What a server such as ":7" shows in this rectangle (px) at this moment; less, where its screen ends before."""
    library, libc = _library(), ctypes.CDLL(None)
    connection = ctypes.c_void_p(library.xcb_connect(display.encode(), None))
    try:
        assert not library.xcb_connection_has_error(connection), f"no X server {display}"
        root = _root(library, connection)
        asked = library.xcb_get_geometry(connection, ctypes.c_uint32(root))
        screen = library.xcb_get_geometry_reply(connection, ctypes.c_uint32(asked), None)
        width, height = min(width, screen[0].width - left), min(height, screen[0].height - top)
        libc.free(screen)
        asked = library.xcb_get_image(connection, ctypes.c_uint8(PIXMAP), ctypes.c_uint32(root), ctypes.c_int16(left),
                                      ctypes.c_int16(top), ctypes.c_uint16(width), ctypes.c_uint16(height),
                                      ctypes.c_uint32(ALL_PLANES))
        reply = ctypes.c_void_p(library.xcb_get_image_reply(connection, ctypes.c_uint32(asked), None))
        assert reply, f"no picture of {(left, top, width, height)}: is it on the screen?"
        pixels = ctypes.string_at(library.xcb_get_image_data(reply), 4 * width * height)
        libc.free(reply)
    finally:
        library.xcb_disconnect(connection)
    return QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


class AfterAll(QAbstractNativeEventFilter):
    """`after_all(do)` does it when this program has read every key, click and cable that the server had seen by now.

    Whoever asks a program something over another way than the X server may overtake what was pressed before. So the
    program makes a mark on the desk; the server tells it of that behind all that it has told before.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__()
        self._library = _library()
        self._connection = ctypes.c_void_p(application.nativeInterface().connection())   # type: ignore[attr-defined]
        self._root = _root(self._library, self._connection)
        self._waiting: list[Callable[[], None]] = []
        self.clicks = 0
        """How often a button of the pointer went up."""
        application.installNativeEventFilter(self)

    def __call__(self, do: Callable[[], None]) -> None:
        """Do it soon."""
        self._waiting.append(do)
        self._library.xcb_change_property(
            self._connection, ctypes.c_uint8(REPLACE), ctypes.c_uint32(self._root), ctypes.c_uint32(MARK),
            ctypes.c_uint32(KIND), ctypes.c_uint8(WHOLE_BYTES), ctypes.c_uint32(1), b"!")
        self._library.xcb_flush(self._connection)

    def nativeEventFilter(self, of: QByteArray | bytes | bytearray | memoryview, message: int) -> tuple[bool, int]:
        """The mark is there: what lies in Qt's own queue comes first."""
        event = _Changed.from_address(int(message))
        kind = event.kind & 0x7F
        if self._waiting and kind == CHANGED and event.atom == MARK:
            QTimer.singleShot(0, self._waiting.pop(0))
        elif kind == UP or (kind == OF_AN_EXTENSION and _Extended.from_address(int(message)).what == UP):
            self.clicks += 1
        return False, 0
