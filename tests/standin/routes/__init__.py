"""The REST routes of the stand-in, a module per resource."""
