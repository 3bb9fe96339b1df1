"""Every citation of a manuscript against the authorities: does it exist, and did somebody see the pinpoint?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefkit.diagnostics import Checked, Diagnostic, Severity, diagnose, did_you_mean
from briefkit.markup import places_of, single_locs
from briefkit.messages import say
from briefkit.model.case import CaseVerification, Exhibit
from briefkit.model.libraries import Authority, Recall
from briefkit.optional import without_optional
from briefkit.source import Span
from briefkit.tree import Cite, Inline, Manuscript, NoteRef, Ref, Text
from briefkit.walk import Line, inlines_within, plain, rewrite, rewrite_lines


@dataclass(frozen=True, slots=True)
class Shelfmark:
    """Where to open an authority: what it is, its symbol or number, its address."""

    title: str
    symbol: str
    address: str

    def __str__(self) -> str:
        named = f"{self.title}, {self.symbol}" if self.symbol and self.symbol not in self.title else self.title
        return f"{named} <{self.address}>" if self.address else named


def shelfmark(authority: Authority) -> Shelfmark:
    """What a person needs to find the source."""
    csl = authority.csl
    symbol = csl.get("archive_location") or csl.get("number") or csl.get("call-number") or ""
    return Shelfmark(str(csl.get("title", authority.id)), str(symbol), str(csl.get("URL") or ""))


def resolve(
    manuscript: Manuscript,
    authorities: Iterable[Authority],
    exhibits: Iterable[Exhibit],
    verified: Iterable[CaseVerification],
    final: bool = False,
) -> Checked[Manuscript]:
    """The manuscript with each ref's unverified pinpoints noted on it; a final one without the optional citations that have any.

    Problems: `unknown-authority`; `unverified-pinpoint` and `unverified-authority` once for each pinpoint and
    authority, errors in a final build and warnings in a draft; `citation-left-out`; `recalled-authority`.
    """
    resolver = _Resolver(authorities, exhibits, verified, final)
    resolved = rewrite(manuscript, resolver.change)
    if final:
        resolved = replace(resolved, blocks=rewrite_lines(resolved.blocks, resolver.leave_out))
    return Checked(resolved, tuple(resolver.problems.values()))


class _Resolver:
    def __init__(
        self, authorities: Iterable[Authority], exhibits: Iterable[Exhibit], verified: Iterable[CaseVerification], final: bool
    ) -> None:
        self.authorities = {authority.id: authority for authority in authorities}
        self.exhibits = {exhibit.id for exhibit in exhibits}
        self.seen = {(one.authority, one.loc) for one in verified}
        for authority in self.authorities.values():
            for pinpoint in authority.pinpoints:
                self.seen.update((authority.id, place) for place in places_of(pinpoint.loc) if pinpoint.verified)
        self.final, self.severity = final, Severity.ERROR if final else Severity.WARNING
        self.problems: dict[tuple[str, str], Diagnostic] = {}

    def change(self, inline: Inline) -> tuple[Inline, ...]:
        if isinstance(inline, Cite):
            return (replace(inline, refs=tuple(self._resolved(ref, self.final and inline.optional) for ref in inline.refs)),)
        if isinstance(inline, NoteRef) and not self._known(inline.authority):
            self._unknown(inline.authority, inline.origin.span)
            return (Text(f"[unknown: {inline.authority}]", inline.origin),)  # no reference, so that it is not reported as a dead one
        return (inline,)

    def leave_out(self, line: Line) -> Line:
        """A line without its optional citations that nobody verified; one that is nothing but them keeps them, and they are reported."""
        left = without_optional(line)
        if left == line:
            return line
        stays = not plain(left).strip()
        report = self._report_all if stays else self._report_left_out
        for cite in (one for one in inlines_within(line) if isinstance(one, Cite) and one.optional):
            for ref in (one for one in cite.refs if one.unverified):
                report(ref)
        return line if stays else left

    def _known(self, name: str) -> bool:
        return name in self.authorities or name in self.exhibits

    def _resolved(self, ref: Ref, may_go: bool) -> Ref:
        """A ref with what nobody saw noted on it; that is reported, unless the citation may go for it."""
        authority = self.authorities.get(ref.authority)
        if authority is None:
            if ref.authority not in self.exhibits:
                self._unknown(ref.authority, ref.origin.span)
            return ref
        if authority.recalled:
            self._recalled(authority, authority.recalled, ref.origin.span)
        unverified = tuple(self._unverified(authority, ref))
        resolved = replace(ref, unverified=unverified, to_open=str(shelfmark(authority)) if unverified else "")
        if not may_go:
            self._report_all(resolved)
        return resolved

    def _report_all(self, ref: Ref) -> None:
        for loc in ref.unverified:
            self._report(self.authorities[ref.authority], loc, ref.origin.span)

    def _report_left_out(self, ref: Ref) -> None:
        said = say(
            "This optional citation of {authority} is left out, since nobody has recorded that they saw it.", authority=ref.authority
        )
        hint = say("to keep it, open {source}", source=str(shelfmark(self.authorities[ref.authority])))
        self.problems[("left out", str(ref.origin.span))] = diagnose("citation-left-out", said, ref.origin.span, hint)

    def _unverified(self, authority: Authority, ref: Ref) -> Iterator[str]:
        """The pinpoints of a ref that nobody saw; an authority whose identity is unchecked counts as one, unnamed."""
        if not authority.confirmed:
            yield ""
        for loc in single_locs(ref.locator) if ref.locator else ():
            if (authority.id, loc) not in self.seen:
                yield loc

    def _unknown(self, name: str, span: Span | None) -> None:
        known = [*self.authorities, *self.exhibits]
        hint = did_you_mean(name, known, say("briefkit authorities list shows all"))
        self.problems.setdefault(
            (name, ""), diagnose("unknown-authority", say("There is no authority or exhibit “{name}”.", name=name), span, hint)
        )

    def _recalled(self, authority: Authority, recall: Recall, span: Span | None) -> None:
        hint = say("cite {authority} instead", authority=recall.by.name) if recall.by else say("cite another source")
        severity = self.severity if recall.how == "withdrawn" else Severity.WARNING
        said = say("{authority} was {recalled}.", authority=authority.id, recalled=recall.said)
        self.problems.setdefault((authority.id, "recalled"), diagnose("recalled-authority", said, span, hint, severity))

    def _report(self, authority: Authority, loc: str, span: Span | None) -> None:
        source = str(shelfmark(authority))
        hint = say("open {source}", source=source)
        if loc:
            if says := next((pinpoint.says for pinpoint in authority.pinpoints if loc in places_of(pinpoint.loc)), ""):
                hint = say("open {source} and look for: {words}", source=source, words=says)
            said = say("Nobody has recorded that they saw {authority}, {place}.", authority=authority.id, place=loc)
            problem = diagnose("unverified-pinpoint", said, span, hint, self.severity)
        else:
            said = say("The identity of {authority} (title, symbol, dates) was not checked.", authority=authority.id)
            problem = diagnose("unverified-authority", said, span, hint, self.severity)
        self.problems.setdefault((authority.id, loc or "identity"), problem)
