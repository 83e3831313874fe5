"""What holds for all tests of this room."""

from hypothesis import settings

# Tests are never timed: a machine that has other work to do makes nothing wrong.
settings.register_profile("unhurried")
settings.load_profile("unhurried")
