"""Easel without an account: the embedded images API (`api`, begun by `embedded`) and the playground."""
