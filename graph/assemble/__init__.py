"""From reports to the graph: quads, rules, counts, updates, checks."""
