"""The embedded images API and the playground: Easel without an account."""
