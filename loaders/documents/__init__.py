"""Documents as text: what a file prints, page furniture, sentences, quotes and their surroundings."""
