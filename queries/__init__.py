"""The questions, as .rq files, and how to ask them."""
