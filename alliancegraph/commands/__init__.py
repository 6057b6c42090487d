"""The commands: each module declares the arguments of one command and runs it."""
