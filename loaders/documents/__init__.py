"""Documents as text: sentences, quotes and their surroundings."""
