"""Pages: what the graph holds, as one offline HTML file."""
