"""Where the graph is stored and queried: a local store, a SPARQL endpoint, a server that stores graphs, rdflib."""
