"""Text of an OpenDocument text that no reader sees: hidden words, paragraphs, sections, headers."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.messages import say
from briefkit.ooxml import Element
from briefkit.scrub.found import Finding, brief
from briefkit.scrub.opendocument.package import STYLE, TEXT, Package, named
from briefkit.scrub.packages import put_in_place, take_out, text_of

(DISPLAY, NAME, IS_HIDDEN, VALUE) = named(TEXT, "display", "style-name", "is-hidden", "string-value")
PARAGRAPHS = named(TEXT, "p", "h")
(SPAN, SECTION, HIDDEN_TEXT, HIDDEN_PARAGRAPH) = named(TEXT, "span", "section", "hidden-text", "hidden-paragraph")
_SETTING = named(TEXT, "variable-set", "user-field-get", "variable-input")
_FAMILY = named(STYLE, "family")[0]
_HEADERS = named(STYLE, "header-first", "header-left", "footer-first", "footer-left")
Hiding = frozenset[tuple[str, str]]


def hiding_of(text: Package) -> Hiding:
    """The styles that hide their words, by family and name."""
    key, above, properties = named(STYLE, "name", "parent-style-name", "text-properties")
    styles = {(node.get(_FAMILY, ""), node.get(key, "")): node for _, tree in text.texts for node in tree.iter(*named(STYLE, "style"))}

    def hides(one: tuple[str, str], depth: int = 0) -> bool:
        node = styles.get(one)
        if node is None or depth > len(styles):
            return False
        own = [value for held in node.iterchildren(properties) if (value := held.get(DISPLAY))]
        return own[0] == "none" if own else hides((one[0], node.get(above, "")), depth + 1)

    return frozenset(one for one in styles if hides(one))


def is_hidden(node: Element, hiding: Hiding) -> bool:
    """Whether an element hides all that stands in it."""
    if node.tag in PARAGRAPHS:
        return ("paragraph", node.get(NAME, "")) in hiding or any(
            one.get(IS_HIDDEN) == "true" and _paragraph_of(one) is node for one in node.iter(HIDDEN_PARAGRAPH)
        )
    if node.tag == SPAN:
        return ("text", node.get(NAME, "")) in hiding
    if node.tag == SECTION:
        return node.get(DISPLAY) == "none" or (node.get(DISPLAY) == "condition" and node.get(IS_HIDDEN) == "true")
    return node.tag in _HEADERS and node.get(f"{{{STYLE}}}display") == "false"


def is_unshown(node: Element) -> bool:
    """Whether a field only sets a variable."""
    return node.get(DISPLAY) == "none" and node.tag in _SETTING


def _paragraph_of(node: Element) -> Element | None:
    return next(node.iterancestors(*PARAGRAPHS), None)


def dropped_hidden(text: Package) -> Iterator[Finding]:
    """Take out what is hidden; a hidden paragraph stays as an empty one where something must stand."""
    hiding = hiding_of(text)
    for name, tree in text.texts:
        for node in list(tree.iter(HIDDEN_TEXT)):
            yield from _hidden_text(name, node)
        for node in list(tree.iter(*PARAGRAPHS, SPAN, SECTION, *_HEADERS)):
            if is_hidden(node, hiding) and (len(node) or node.text):
                yield Finding("hidden", name, say("hidden text: “{words}”", words=brief(text_of(node))))
                _drop(node)
        for node in list(tree.iter(HIDDEN_PARAGRAPH)):
            take_out(node)


def _drop(node: Element) -> None:
    if node.tag not in PARAGRAPHS:
        take_out(node)
        return
    for held in list(node):
        node.remove(held)
    node.text = None


def _hidden_text(part: str, node: Element) -> Iterator[Finding]:
    words = node.get(VALUE) or text_of(node)
    if node.get(IS_HIDDEN) == "true":
        yield Finding("hidden", part, say("hidden text: “{words}”", words=brief(words)))
        take_out(node)
    else:
        put_in_place(node)
