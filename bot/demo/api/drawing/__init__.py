"""Pictures by arithmetic: a description in, a file out; knows nothing of the wire."""
