"""Answers as Markdown tables, for pages and messages."""

from pyoxigraph import QuerySolutions

from queries.cells import cell


def markdown(solutions: QuerySolutions) -> str:
    """The rows as a Markdown table, IRIs by their local names, cells as they are.

    A bar in a text is escaped, since it would end its cell.
    """
    columns = [variable.value for variable in solutions.variables]
    return markdown_table(columns, [[cell(value) for value in row] for row in solutions])


def markdown_table(columns: list[str], rows: list[list[str]]) -> str:
    """The cells as a Markdown table; without rows, its head alone."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join(f"| {' | '.join(_escaped(text) for text in line)} |\n" for line in lines)


def _escaped(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
