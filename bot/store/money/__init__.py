"""Charges, budgets and limits."""
