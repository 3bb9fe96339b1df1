"""Anybody's Word template made fit for a brief: the styles that it lacks are taken from the house's, all else stays as it is.

A grafted style keeps its name and stands on the template's own styles where these have the names of those that it is based
on; the house's defaults become the template's. So a firm's fonts, page, letterhead and headings stay, and what a firm never
needed – numbered paragraphs, a table of authorities, the mark of an unverified pinpoint – looks as in the house.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from briefkit.messages import Message, say
from briefkit.ooxml import Element, parse, qn, serialize, w, write_zip
from briefkit.ooxml.names import NUMBERING, STYLES
from briefkit.writers.docx.look import STYLE_NAMES, Look, read_look
from briefkit.writers.docx.paper import move_stops, width_of
from briefkit.writers.docx.schema import insert_in_order

_VAL, _ID = qn("w:val"), qn("w:styleId")
_WITH_QUOTE = ("Quote Bullet", "Quote Number")  # lists as far in as the house's quotations are; a template with its own needs none
_NUMBER = f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}"


@dataclass(frozen=True, slots=True)
class Missing:
    """A style that a template lacks, or has without the numbering that it needs; `fallback` says what stands in."""

    name: str
    kind: str
    fallback: Message
    there: bool = False


def missing_styles(template: bytes, house: bytes) -> tuple[Missing, ...]:
    """What `graft` would take from the house, in the order of `STYLE_NAMES`. Raises BadPackage for an unreadable file."""
    return tuple(_missing(read_look(template), read_look(house)))


def _missing(look: Look, house: Look) -> Iterator[Missing]:
    there, grafts = _Stock.of(look), _Stock.of(house)
    for kind, names in STYLE_NAMES.items():
        for name in names:
            if look.style(name, kind) is not None:
                if kind == "paragraph" and house.numbering(name) is not None and not there.is_numbered(look.numbering(name)):
                    yield Missing(name, kind, say("the house’s numbering"), there=True)
            elif house.style(name, kind) is not None:
                yield Missing(name, kind, _fallback(there, grafts, (kind, name.casefold())))
    for name in _WITH_QUOTE if look.style("Quote") is None else ():
        if look.style(name) is None and house.style(name) is not None:
            yield Missing(name, "paragraph", _fallback(there, grafts, ("paragraph", name.casefold())))


def _fallback(there: _Stock, grafts: _Stock, key: tuple[str, str]) -> Message:
    """The house's style, on the first of those that it is based on which the template has."""
    style: Element | None = grafts.styled.get(grafts.names[key])
    seen: set[str] = set()
    while style is not None and style.get(_ID, "") not in seen:
        seen.add(style.get(_ID, ""))
        if _key(style) in there.names:
            return say("the house’s, based on the template’s “{style}”", style=_name(style))
        based = style.find(qn("w:basedOn"))
        style = grafts.styled.get(based.get(_VAL, "")) if based is not None else None
    return say("the house’s")


def graft(template: bytes, house: bytes) -> bytes:
    """The template with the styles and the numbering that it lacks; the same bytes if it lacks nothing.

    Raises BadPackage for a file that cannot be read.
    """
    look, source = read_look(template), read_look(house)
    missing = tuple(_missing(look, source))
    if not missing:
        return template
    work = _Grafting(_Stock.of(look), _Stock.of(source))
    for one in missing:
        if one.there:
            work.number(look.style(one.name) or "", source.style(one.name) or "")
        else:
            work.take(source.style(one.name, one.kind) or "")
    work.finish()
    copied = (stop for name in work.copied for stop in work.to.styled[name].iter(qn("w:tab")))
    move_stops(copied, width_of(source), width_of(look))
    changed = {look.kinds[STYLES]: work.to.styles, look.kinds[NUMBERING]: work.to.numbering}
    return write_zip({**look.parts, **{name: serialize(root) for name, root in changed.items()}})


@dataclass(slots=True)
class _Stock:
    """The styles and the numbering of a template: `styled` by id, `names` to ids, `defaults` by kind."""

    styles: Element
    numbering: Element
    styled: dict[str, Element]
    names: dict[tuple[str, str], str]
    defaults: dict[str, str]

    @classmethod
    def of(cls, look: Look) -> _Stock:
        styles, numbering = (parse(look.parts[look.kinds[kind]], look.kinds[kind]) for kind in (STYLES, NUMBERING))
        nodes = list(styles.iterfind(qn("w:style")))
        defaults = {_kind(node): node.get(_ID, "") for node in reversed(nodes) if _is_default(node)}
        names = {_key(node): node.get(_ID, "") for node in reversed(nodes)}
        return cls(styles, numbering, {node.get(_ID, ""): node for node in nodes}, names, defaults)

    def instance(self, number: str | None) -> tuple[Element, Element] | None:
        """A numbering and the definition that it is an instance of."""
        for node in self.numbering.iterfind(qn("w:num")):
            kind = node.find(qn("w:abstractNumId"))
            if node.get(qn("w:numId")) == number and kind is not None:
                kinds = self.numbering.iterfind(qn("w:abstractNum"))
                found = next((one for one in kinds if one.get(qn("w:abstractNumId")) == kind.get(_VAL)), None)
                return None if found is None else (node, found)
        return None

    def is_numbered(self, number: str | None) -> bool:
        return self.instance(number) is not None


@dataclass(slots=True)
class _Grafting:
    """One graft under way: `to` is changed; `grown` are the new ids of the house's styles, `numbers` of its numberings."""

    to: _Stock
    house: _Stock
    grown: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    kinds: list[Element] = field(default_factory=list)
    copied: list[str] = field(default_factory=list)  # the new ids of the styles that are copies

    def take(self, name: str) -> str | None:
        """The id, in the template, of what answers to a style of the house; it is copied if nothing does yet."""
        style = self.house.styled.get(name)
        if style is None or name in self.grown:
            return self.grown.get(name)
        there = self.to.names.get(_key(style)) or (self.to.defaults.get(_kind(style)) if _is_default(style) else None)
        return there if there is not None else self._copy(name, style)

    def _copy(self, name: str, style: Element) -> str:
        made = deepcopy(style)
        self.grown[name] = made_id = _free(name, self.to.styled)
        made.set(_ID, made_id)
        self.to.styled[made_id] = made
        self.copied.append(made_id)
        self._set_aside_namesakes(style)
        for tag in ("basedOn", "next", "link"):
            self._lead(made, tag)
        if self._stands_on_default(style):
            _keep_spacing(made, self.house.styles)
        number = made.find(_NUMBER)
        if number is not None:
            number.set(_VAL, self._number(number.get(_VAL, "")))
        self.to.styles.append(made)
        return made_id

    def _lead(self, made: Element, tag: str) -> None:
        """Lead a reference of a copied style to what answers to it; a link to a style that is linked already goes (§17.7.4.6)."""
        node = made.find(qn(f"w:{tag}"))
        if node is None:
            return
        asked = node.get(_VAL, "")
        target = self.take(asked)
        if target is None or (tag == "link" and asked not in self.grown):
            made.remove(node)
        else:
            node.set(_VAL, target)

    def _set_aside_namesakes(self, style: Element) -> None:
        """Word knows a style by its name alone: one of the template that has it but is of another kind takes another name."""
        for node in self.to.styles.iterfind(qn("w:style")):
            name = node.find(qn("w:name"))
            if name is not None and _kind(node) != _kind(style) and _name(node).casefold() == _name(style).casefold():
                name.set(_VAL, f"{_name(node)} ({_kind(node)})")
                node.set(qn("w:customStyle"), "1")

    def _stands_on_default(self, style: Element) -> bool:
        based = style.find(qn("w:basedOn"))
        return _kind(style) == "paragraph" and based is not None and based.get(_VAL) == self.house.defaults.get("paragraph")

    def number(self, name: str, source: str) -> None:
        """Give a style of the template the numbering of the house's."""
        style, given = self.to.styled[name], self.house.styled[source].find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        properties = style.find(qn("w:pPr"))
        if properties is None:
            properties = insert_in_order(style, w("pPr"))
        for old in properties.findall(qn("w:numPr")):
            properties.remove(old)
        if given is not None:
            made = insert_in_order(properties, deepcopy(given))
            for number in made.iterfind(qn("w:numId")):
                number.set(_VAL, self._number(number.get(_VAL, "")))
            self.grown[source] = name

    def _number(self, number: str) -> str:
        """The template's number for a numbering of the house, which is copied with its definition (§17.9.1, §17.9.15)."""
        found = self.house.instance(number)
        if number in self.numbers or found is None:
            return self.numbers.get(number, "0")
        instance, kind = deepcopy(found[0]), deepcopy(found[1])
        numbering = self.to.numbering
        kind.set(qn("w:abstractNumId"), _next(numbering, "abstractNum", "abstractNumId"))
        _make_unique(kind, numbering)
        self.numbers[number] = made = _next(numbering, "num", "numId")
        instance.set(qn("w:numId"), made)
        instance[0].set(_VAL, kind.get(qn("w:abstractNumId"), ""))
        insert_in_order(numbering, kind)
        insert_in_order(numbering, instance)
        self.kinds.append(kind)
        return made

    def finish(self) -> None:
        """Levels of copied definitions name the styles that they number (§17.9.23): those that carry them, and no others."""
        for level in (level for kind in self.kinds for level in kind.iterfind(qn("w:lvl"))):
            for style in level.findall(qn("w:pStyle")):
                if style.get(_VAL, "") in self.grown:
                    style.set(_VAL, self.grown[style.get(_VAL, "")])
                else:
                    level.remove(style)
        if self.to.styles.find(qn("w:docDefaults")) is None and not self.to.defaults.get("paragraph"):
            defaults = self.house.styles.find(qn("w:docDefaults"))
            if defaults is not None:
                self.to.styles.insert(0, deepcopy(defaults))


def _name(style: Element) -> str:
    name = style.find(qn("w:name"))
    return name.get(_VAL, "") if name is not None else ""


def _kind(style: Element) -> str:
    return style.get(qn("w:type"), "paragraph")


def _key(style: Element) -> tuple[str, str]:
    return _kind(style), _name(style).casefold()


def _is_default(style: Element) -> bool:
    return style.get(qn("w:default")) in ("1", "true", "on")


def _free(name: str, taken: dict[str, Element]) -> str:
    """An id like the house's that no style has (ids are compared without case)."""
    used = {one.casefold() for one in taken}
    return next(one for one in (f"{name}{at or ''}" for at in range(len(used) + 1)) if one.casefold() not in used)


def _keep_spacing(style: Element, house: Element) -> None:
    """Write the house's own spacing into a style that had it from the defaults: the template's are others (§17.3.1.33)."""
    usual = house.find(f"{qn('w:docDefaults')}/{qn('w:pPrDefault')}/{qn('w:pPr')}/{qn('w:spacing')}")
    if usual is None:
        return
    properties = style.find(qn("w:pPr"))
    if properties is None:
        properties = insert_in_order(style, w("pPr"))
    spacing = properties.find(qn("w:spacing"))
    if spacing is None:
        spacing = insert_in_order(properties, w("spacing"))
    for key, value in usual.attrib.items():
        if spacing.get(key) is None:
            spacing.set(key, value)


def _next(numbering: Element, tag: str, name: str) -> str:
    used = [node.get(qn(f"w:{name}"), "0") for node in numbering.iterfind(qn(f"w:{tag}"))]
    return str(max((int(number) for number in used if number.isdecimal()), default=0) + 1)


def _make_unique(kind: Element, numbering: Element) -> None:
    """A list of its own: Word takes two definitions with the same nsid (§17.9.14) for one."""
    used = {node.get(_VAL, "").upper() for node in numbering.iter(qn("w:nsid"))}
    for node in kind.iterfind(qn("w:nsid")):
        number = int(node.get(_VAL, "0"), 16)
        node.set(_VAL, next(one for one in (f"{number + at:08X}" for at in range(len(used) + 1)) if one not in used))
