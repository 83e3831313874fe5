"""Language knowledge as data: one folder a language, a TOML file a section, examples in the data run as tests."""

from headwater.language.loading import Language, available, load

__all__ = ["Language", "available", "load"]
