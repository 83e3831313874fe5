"""The version of this Headwater."""

__all__ = ["__version__"]

__version__ = "0.1.0"
