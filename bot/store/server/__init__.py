"""What servers want."""
