"""The screens.

PySide6 puts its own function in the place of Python's import, which reads the source of every module imported after it
(for `from __feature__ import …`, unused here) and keeps it: 8 MB, and a third of the time that importing takes. So it
is loaded here first of all, and Python's import put back.
"""

import builtins

_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _import
