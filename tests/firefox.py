"""Firefox by its own remote protocol (Marionette), with the strict rule for files of disk that readers have.

Other remote controls relax that rule: what then works may fail for readers.
"""

import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from tests.programs import program

_PREFERENCES = {"security.fileuri.strict_origin_policy": True, "browser.shell.checkDefaultBrowser": False,
                "datareporting.policy.dataSubmissionEnabled": False, "app.update.enabled": False}  # fmt: skip
_LONGEST = 60  # seconds until Firefox listens, or shows what a test waits for


@dataclass
class Firefox:
    """A window of Firefox."""

    connection: socket.socket
    numbers: Iterator[int]

    def command(self, name: str, parameters: dict[str, Any]) -> Any:
        """Return what a command of WebDriver gives; raise AssertionError with its error."""
        text = json.dumps([0, next(self.numbers), f"WebDriver:{name}", parameters])
        self.connection.sendall(f"{len(text.encode())}:{text}".encode())
        _, _, error, found = self.answer()
        assert error is None, error
        return found

    def answer(self) -> Any:
        """Return the next message: its length, a colon, and JSON."""
        length = b""
        while (letter := self.connection.recv(1)) != b":":
            length += letter
        message = b""
        while len(message) < int(length):
            message += self.connection.recv(int(length) - len(message))
        return json.loads(message)

    def go(self, address: str) -> None:
        """Open an address."""
        self.command("Navigate", {"url": address})

    def run(self, script: str) -> Any:
        """Return what a script of the page returns."""
        return self.command("ExecuteScript", {"script": script, "args": []})["value"]

    def wait(self, condition: str) -> None:
        """Wait until an expression of the page is true."""
        end = time.monotonic() + _LONGEST
        while not self.run(f"return Boolean({condition})"):
            assert time.monotonic() < end, condition
            time.sleep(0.05)

    def press(self, selector: str) -> None:
        """Click on the first element of a selector, as a reader does."""
        self.wait(f"document.querySelector({json.dumps(selector)})")
        found = self.command("FindElement", {"using": "css selector", "value": selector})["value"]
        self.command("ElementClick", {"id": next(iter(found.values()))})

    def type(self, selector: str, words: str) -> None:
        """Type words into a field."""
        found = self.command("FindElement", {"using": "css selector", "value": selector})["value"]
        self.command("ElementSendKeys", {"id": next(iter(found.values())), "text": words})


@contextmanager
def open_firefox(profile: Path) -> Iterator[Firefox]:
    """Firefox without a window, with a new profile; skips the test where there is none on a machine that is not CI."""
    port = _free_port()
    preferences = {**_PREFERENCES, "marionette.port": port}
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items())
    (profile / "user.js").write_text("".join(lines))
    command = [
        program("firefox-esr", "firefox"),
        "--headless",
        "--marionette",
        "--no-remote",
        "--profile",
        str(profile),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with _connected(port) as connection:
            firefox = Firefox(connection, count(1))
            firefox.answer()
            firefox.command("NewSession", {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": False}}})
            yield firefox
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _connected(port: int) -> socket.socket:
    end = time.monotonic() + _LONGEST
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=_LONGEST)
        except OSError:
            assert time.monotonic() < end, "Firefox does not listen"
            time.sleep(0.1)
