"""What every feature needs of Discord: components, permissions, files, errors by code, and messages by id."""
