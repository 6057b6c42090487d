"""How a graph is asked: questions with values, hints where an answer is empty."""
