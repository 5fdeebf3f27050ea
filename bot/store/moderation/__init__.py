"""Reports, mutes and the audit log."""
