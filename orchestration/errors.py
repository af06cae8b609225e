"""The ways a run stops.

Each message is a sentence a stranger can act on; the caller prints it without a traceback.
"""


class RunStopped(Exception):
    """The run cannot go on; nothing was published."""


class SettingWrong(RunStopped, ValueError):
    """An environment variable has a value that makes no sense."""


class SuiteInvalid(RunStopped, ValueError):
    """A suite of expectations is missing, empty or incomplete."""


class NotFound(RunStopped):
    """The published release has no such table, row or column; the message names what it has."""


class BuildFailed(RunStopped):
    """dbt reported errors."""


class CandidateUnusable(RunStopped):
    """The candidate file is missing, in use, incomplete, or not the one that was checked."""


class GateFailed(RunStopped):
    """A critical expectation failed."""


class PublishRefused(RunStopped):
    """The release could not be put in place."""


class DiskRefused(RunStopped):
    """The disk is full, read-only or broken, or this user may not write there."""


class ContractInvalid(RunStopped, ValueError):
    """A contract of the landing area contradicts itself."""


class LandingRefused(RunStopped):
    """A published file breaks a blocking rule; nothing was loaded from it."""


class FetchFailed(RunStopped):
    """A publisher could not be asked, or did not answer; the last release stands."""


class HostUnreachable(FetchFailed):
    """No connection to a host; `host` is its name, so that it is said once."""

    def __init__(self, sentence: str, host: str) -> None:
        super().__init__(sentence)
        self.host = host


class KeyMissing(FetchFailed):
    """A publisher wants a key and none is set; `remedy` says what to do, and holds for others."""

    def __init__(self, endpoint: str, remedy: str) -> None:
        super().__init__(f"{endpoint}: {remedy}")
        self.remedy = remedy


class FetchRefused(RunStopped):
    """A publisher's answer is not what it says it is; nothing of it was kept."""
