"""Easel: a Discord bot that makes and edits pictures with an OpenAI-shaped images API."""

__version__ = "0.1.0"
