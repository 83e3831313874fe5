"""The manifest: how a case was made, as one JSON object."""

from __future__ import annotations

import json
from dataclasses import asdict

from headwater.model import Manifest

__all__ = ["manifest_text"]


def manifest_text(manifest: Manifest) -> str:
    """The text of `manifest.json`: versions, settings and input hashes; no clock and no path of this machine."""
    return json.dumps(asdict(manifest), ensure_ascii=False, indent=2) + "\n"
