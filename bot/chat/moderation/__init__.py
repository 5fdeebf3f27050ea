"""Reports, cases and mutes."""
