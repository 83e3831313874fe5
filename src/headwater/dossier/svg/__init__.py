"""Drawings of the page, as SVG made of escaped text and numbers."""
