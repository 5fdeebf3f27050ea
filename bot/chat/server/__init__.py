"""What a server sets and what it spent: /settings and /usage."""
