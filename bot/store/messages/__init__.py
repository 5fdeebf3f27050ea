"""Which messages were taken by one of the processes, which answers them alone.

It hands out `TakenMessages`, and knows the database's own package alone.
"""
