"""What is kept of a person: /privacy, references, /export me, /forget me."""
