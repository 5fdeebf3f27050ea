"""From a job to its answer: progress, posting, posting again."""
