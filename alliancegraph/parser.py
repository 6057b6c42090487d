"""Strict command-line arguments: no option twice, no abbreviations, a suggestion for an unknown option."""

import argparse
from collections.abc import Sequence
from typing import Any

from alliancegraph.terminal import Help


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that takes each option once and suggests options; `beside` are those read elsewhere."""

    def __init__(self, *, beside: Sequence[str] = (), **settings: Any) -> None:  # noqa: ANN401
        super().__init__(**{"formatter_class": Help, "allow_abbrev": False, **settings})
        self.beside = beside
        self.register("action", None, Once)

    @property
    def positionals(self) -> list[argparse.Action]:
        """The arguments that are no options."""
        return self._get_positional_actions()

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Return the arguments; exit if one is unknown."""
        found, rest = self.parse_known_args(arguments)
        if rest:
            self.refuse(rest)
        return found

    def refuse(self, arguments: Sequence[str]) -> None:
        """Exit with an error about unknown arguments, and suggestions."""
        from alliancegraph.graph.words.suggestions import did_you_mean, nearest

        known = {option.lstrip("-"): option for option in [*self._option_string_actions, *self.beside]}
        offers = [
            did_you_mean([known[name] for name in nearest(option.lstrip("-").partition("=")[0], known)])
            for option in arguments
            if option.startswith("-")
        ]
        self.error(" ".join([f"unrecognized arguments: {' '.join(arguments)}.", *filter(None, offers)]))

    def _check_value(self, action: argparse.Action, value: Any) -> None:  # noqa: ANN401
        """Raise ArgumentError for a value that is not among the choices, with the nearest of them."""
        from alliancegraph.graph.words.suggestions import near

        try:
            super()._check_value(action, value)
        except argparse.ArgumentError as error:
            offer = near(str(value), map(str, action.choices or ()))
            raise argparse.ArgumentError(action, f"{error.message}. {offer}".strip()) from None


class Once(argparse.Action):
    """Stores a value, and refuses a second one, because the first would be lost."""

    given = False

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        """Store the value; raise ArgumentError if the option was given before."""
        if option_string and self.given:
            raise argparse.ArgumentError(self, "is given twice; leave one out")
        self.given = True
        setattr(namespace, self.dest, values)
