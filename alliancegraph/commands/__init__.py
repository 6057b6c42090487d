"""The commands: each module adds its arguments and runs with them."""
