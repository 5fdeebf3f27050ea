"""Money: what was reserved and settled for each job, and what is left of the budgets.

It hands out `Ledger`, `Spent`, `BudgetState` and `Asker`. To the features of the store: `charges` of a job (`reserve`,
`settle`, `release`, `lose`) and their sums (`SUMS`, `SERVER_SUMS`, `LOST_SUMS`), `load_budget_states`, and
`rebuild_person`, which counts the totals of somebody anew.
"""
