"""The order of the steps of a job."""
