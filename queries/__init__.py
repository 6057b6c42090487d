"""Views, the library of questions (.rq files), and how to ask them."""
