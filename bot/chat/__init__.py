"""Discord adapters: from what people do to plain values, and back."""
