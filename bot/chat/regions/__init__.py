"""The part of a picture that changes, shown before it is paid for."""
