"""Kills at any moment of a running session, and what must be there afterwards."""
