# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with a plain mock"
# replace = { "create_autospec(Mailer, instance=True)" = "Mock()" }
# ///
from unittest import mock


class Mailer:
    def send(self, to: str, subject: str, body: str) -> None:
        raise NotImplementedError("needs a network")


def welcome(mailer: Mailer, name: str) -> None:
    mailer.send(name, "Welcome")  # the body is missing


mailer = mock.create_autospec(Mailer, instance=True)
try:
    welcome(mailer, "ada")
    mailer.send.assert_called_once_with("ada", "Welcome")
    print("the test passes")
except TypeError as error:
    print("the test fails:", error)
