"""Changes of what is recorded of an authority: its pinpoints, who saw them, its identity, whether it still stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from briefkit.diff.changes import Change, Plain
from briefkit.messages import Message, say
from briefkit.model.libraries import Recall, Verification


@dataclass(frozen=True, slots=True)
class PinpointListed(Plain):
    """A pinpoint that an authority did not list before."""

    name: ClassVar[str] = "pinpoint-listed"
    loc: str
    says: str

    @property
    def sentence(self) -> Message:
        if self.says:
            return say("It now lists {place}: “{says}”.", place=self.loc, says=self.says)
        return say("It now lists {place}.", place=self.loc)


@dataclass(frozen=True, slots=True)
class PinpointUnlisted(Plain):
    """A pinpoint that an authority no longer lists."""

    name: ClassVar[str] = "pinpoint-unlisted"
    loc: str
    says: str

    @property
    def sentence(self) -> Message:
        if self.says:
            return say("It no longer lists {place}: “{says}”.", place=self.loc, says=self.says)
        return say("It no longer lists {place}.", place=self.loc)


@dataclass(frozen=True, slots=True)
class VerificationRecorded(Plain):
    """That somebody recorded that they saw a pinpoint."""

    name: ClassVar[str] = "verification-recorded"
    loc: str
    new: Verification

    @property
    def sentence(self) -> Message:
        seen, by, on = self.new.seen, self.new.by, self.new.on.isoformat()
        return say("{place} was verified: {seen}, by {by}, on {on}.", place=self.loc, seen=seen, by=by, on=on)


@dataclass(frozen=True, slots=True)
class VerificationChanged(Plain):
    """That the record of who saw a pinpoint says something else."""

    name: ClassVar[str] = "verification-changed"
    loc: str
    old: Verification
    new: Verification

    @property
    def sentence(self) -> Message:
        seen, by, on = self.new.seen, self.new.by, self.new.on.isoformat()
        return say("The verification of {place} changed: {seen}, by {by}, on {on}.", place=self.loc, seen=seen, by=by, on=on)


@dataclass(frozen=True, slots=True)
class VerificationWithdrawn(Plain):
    """That nobody is recorded any longer to have seen a pinpoint."""

    name: ClassVar[str] = "verification-withdrawn"
    loc: str
    old: Verification

    @property
    def sentence(self) -> Message:
        return say("The verification of {place} was withdrawn.", place=self.loc)


def compare_verifications(loc: str, old: Verification | None, new: Verification | None) -> Iterator[Change]:
    """What is recorded of who saw a pinpoint."""
    if old and new and old != new:
        yield VerificationChanged(loc, old, new)
    elif new and not old:
        yield VerificationRecorded(loc, new)
    elif old and not new:
        yield VerificationWithdrawn(loc, old)


@dataclass(frozen=True, slots=True)
class IdentityChanged(Plain):
    """Whether somebody checked an authority's title, symbol and dates."""

    name: ClassVar[str] = "identity-changed"
    confirmed: bool

    @property
    def sentence(self) -> Message:
        return say("Its identity was confirmed.") if self.confirmed else say("Its identity is no longer confirmed.")


@dataclass(frozen=True, slots=True)
class RecallChanged(Plain):
    """That an authority was superseded or withdrawn, or that it stands again."""

    name: ClassVar[str] = "recall-changed"
    old: Recall | None
    new: Recall | None

    @property
    def sentence(self) -> Message:
        if self.new is None:
            withdrawn = self.old is not None and self.old.how == "withdrawn"
            return say("It is no longer marked as withdrawn.") if withdrawn else say("It is no longer marked as superseded.")
        on, reason, by = self.new.on.isoformat(), self.new.reason.rstrip("."), self.new.by
        if self.new.how == "withdrawn":
            return say("It was withdrawn on {on}: {reason}.", on=on, reason=reason)
        if by is None:
            return say("It was superseded on {on}: {reason}.", on=on, reason=reason)
        return say("It was superseded on {on} by “{id}”: {reason}.", on=on, id=by.name, reason=reason)
