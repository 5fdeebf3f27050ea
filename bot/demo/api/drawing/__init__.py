"""Pictures by arithmetic: a brief in, a file out; knows nothing of the wire."""
