"""How providers answer, from documentation and recordings, not from our client: one module each."""
