"""Thin Discord commands: acknowledge, parse, call one service, answer."""
