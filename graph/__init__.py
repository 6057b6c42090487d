"""What a claim is, and the graph that claims make: store, rules, checks, Turtle, tables, network."""
