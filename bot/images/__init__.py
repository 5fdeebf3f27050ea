"""Bytes in, bytes out: the only place that imports Pillow or numpy."""
