"""Where the graph is kept and asked: a store, an endpoint, a server that holds graphs, rdflib."""
