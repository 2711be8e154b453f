"""How long a test waits for what is sure to come: one number for all of them, and a generous one.

It costs nothing where all is well. A machine that is ten times slower than ours, or that stops for some seconds,
needs it; a shorter one of its own is what makes a test fail there that is right.
"""

from __future__ import annotations

PATIENCE = 120.0
"""Seconds; several of them for a program that does a long piece of work."""
PATIENCE_MS = 120_000
"""The same in milliseconds, as Qt counts."""
