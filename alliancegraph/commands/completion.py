"""`alliancegraph completion`: the script that makes a shell complete commands, questions and values."""

import argparse

from alliancegraph.completion import SHELLS, script

HELP = "print the script with which bash, zsh or fish completes what you type"
EPILOG = """\
to install it, for every new shell:
  bash    echo 'eval "$(alliancegraph completion bash)"' >> ~/.bashrc
  zsh     echo 'eval "$(alliancegraph completion zsh)"' >> ~/.zshrc        (after compinit)
  fish    alliancegraph completion fish > ~/.config/fish/completions/alliancegraph.fish
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = EPILOG
    parser.add_argument("shell", choices=SHELLS)


def run(arguments: argparse.Namespace) -> None:
    """Print the script."""
    print(script(arguments.shell))
