"""What all tests share."""

from __future__ import annotations

from hypothesis import settings

# How long an example takes says nothing here: speed is measured in `bench/`, and a busy machine failed tests that were right.
settings.register_profile("headwater", deadline=None)
settings.load_profile("headwater")
