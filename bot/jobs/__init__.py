"""Jobs that survive: the order of their steps, and the engine that runs them. The only place that imports DBOS.

`Engine` (with its `Slots` and `ENGINE_FILE`) runs the `Steps` of a job: `Inputs` in, one of the `Providers` of
`providers` asked, `Outputs` and `LayingIn` afterwards. `Takeover` goes on with the jobs of processes that the
`FailureDetector` finds gone; `PeriodicTasks` runs what is due again and again, `Retention` among it.
"""
