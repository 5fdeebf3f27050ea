"""Money: what was reserved and settled for each job, and what is left of the budgets.

It hands out `Ledger`, `Spent` and `BudgetState`; to jobs the reserving, settling and releasing of their charges.
"""
