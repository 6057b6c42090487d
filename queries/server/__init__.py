"""The endpoint of `alliancegraph serve`: HTTP, and engines in processes of their own."""
