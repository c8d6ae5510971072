"""The language that readers are spoken to in: its catalogue of messages, and how it writes things."""
