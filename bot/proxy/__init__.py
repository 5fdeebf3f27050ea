"""The only place that talks to an images API."""
