"""Networks for those who know pyvis."""
