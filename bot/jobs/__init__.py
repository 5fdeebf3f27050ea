"""Jobs that survive: the order of their steps, and the engine that runs them. The only place that imports DBOS."""
