"""`python -m bot doctor`: what is wrong with this set-up, and how to mend it, one line each."""
