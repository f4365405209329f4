"""The one kind of error a user is shown: a sentence that names what is wrong and what to do."""


class XunzhangError(Exception):
    """Base of every error meant for people. `str(error)` is the whole sentence, in Chinese."""

    code = "error"


class LoadError(XunzhangError):
    """A page that cannot be read; `code` says which way."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code
