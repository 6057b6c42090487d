"""The endpoint that `alliancegraph serve` offers: its HTTP side, and engines in processes of their own."""
