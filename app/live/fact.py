"""What every fact of a session is: frozen, and read by its tag. Facts of one domain may have a module of their own."""

from __future__ import annotations

import msgspec


class FactOfSession(msgspec.Struct, frozen=True, kw_only=True, tag_field="fact"):
    """Something that happened, in ids and instants."""
