"""Documents as text: sentences, quotes and what stands around them."""
