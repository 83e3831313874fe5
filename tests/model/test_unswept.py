"""What stands is left out of searches for circles, and looked at again afterwards."""

from __future__ import annotations

import gc

from headwater.model.unswept import standing, unswept


def test_records_stand_to_the_end_of_the_work() -> None:
    with standing():
        with unswept():
            assert not gc.isenabled()
        assert gc.isenabled()
        assert not gc.get_freeze_count()
        with unswept(stands=True), unswept(stands=True):
            assert not gc.isenabled()
        assert gc.isenabled()
        assert gc.get_freeze_count()
    assert not gc.get_freeze_count()


def test_whoever_searches_never_is_left_alone() -> None:
    gc.disable()
    try:
        with unswept(stands=True):
            pass
        assert not gc.isenabled()
        assert not gc.get_freeze_count()
    finally:
        gc.enable()
