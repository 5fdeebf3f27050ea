"""Jobs and what belongs to them: stages, deliveries, posts, processes."""
