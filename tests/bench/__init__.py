"""Measurements beside a floor that the same machine reached in the same run: `python3 -m tests bench`."""
