"""Numbers as reports print them, and what they can mean in a language."""
