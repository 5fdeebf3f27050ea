"""What is known of each provider: one module each, its quirks as data with where they are known from."""
