"""LaTeX in fields: accents, escapes and italics as letters and CSL's tags, and back."""

from __future__ import annotations

import codecs
import re

# What LaTeX writes with a word, or would take for a sign of its own. The stand-ins are private-use characters, refused in all input.
_WORDS = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textless": "<",
    "textgreater": ">",
    "newline": "\n",
    "textdollar": "$",
}
_SIGNS = {"{": "{", "}": "}", "$": "$"}
_STAND_INS = {char: chr(0xF000 + number) for number, char in enumerate(dict.fromkeys((*_WORDS.values(), *_SIGNS.values())))}
_WORD = re.compile(rf"\\({'|'.join(_WORDS)})(?:\{{\}}|(?![A-Za-z])[ \t]*)")
_SIGN = re.compile(r"(?<!\\)((?:\\\\)*)\\([{}$])")
_PERCENT = re.compile(r"(?<!\\)((?:\\\\)*)%")
_SHAPES = {
    "emph": "i",
    "textit": "i",
    "mkbibemph": "i",
    "textbf": "b",
    "textsuperscript": "sup",
    "textsubscript": "sub",
}
_SHAPED = re.compile(rf"\\({'|'.join(_SHAPES)})\{{((?:[^{{}}]|\{{[^{{}}]*\}})*)\}}")
_TAG = re.compile(r"<(i|b|sup|sub)>((?:(?!</?\1>).)*)</\1>", re.DOTALL)
_VERBATIM = re.compile(r"\\([_%&#~$])")
_ESCAPES = {
    **{char: f"\\{name}{{}}" for name, char in _WORDS.items() if char not in "<>$"},
    **{char: f"\\{char}" for char in "&%#_$"},
    "\u00a0": "~",
}
_LIGATURES = re.compile(r"(?<=([-`',<>]))(?=\1)|(?<=[?!])(?=`)")
MAX_SHAPES = 50  # of italics within a field


def from_latex(text: str) -> str:
    """LaTeX's accents and escapes as letters, its italics as CSL's tags; the braces that protect capitals go."""
    import latexcodec  # noqa: F401  (registers the codec)

    text = _PERCENT.sub(r"\1\\%", _SIGN.sub(lambda found: found[1] + _STAND_INS[found[2]], text))
    text = _WORD.sub(lambda found: _STAND_INS[_WORDS[found[1]]], text)
    for _ in range(MAX_SHAPES):
        shaped = _SHAPED.sub(lambda found: f"<{_SHAPES[found[1]]}>{found[2]}</{_SHAPES[found[1]]}>", text)
        if shaped == text:
            break
        text = shaped
    letters = codecs.lookup("ulatex").decode(text)[0]  # type: ignore[arg-type]  # this codec reads text, not bytes
    letters = re.sub(r"[ \t\r\n]+", " ", letters.replace("{", "").replace("}", "")).strip(" ")
    for char, stand_in in _STAND_INS.items():
        letters = letters.replace(stand_in, char)
    return letters


def to_latex(text: str) -> str:
    """A text such that LaTeX prints it, and `from_latex` gives it back."""
    names = {tag: name for name, tag in reversed(_SHAPES.items())}
    escaped = "".join(_ESCAPES.get(char, char) for char in _LIGATURES.sub("\uf0ff", text)).replace("\uf0ff", "{}")
    before = ""
    while before != escaped:
        before = escaped
        escaped = _TAG.sub(lambda found: f"\\{names[found[1]]}{{{found[2]}}}", escaped)
    return escaped


def from_verbatim(text: str) -> str:
    """An address or a DOI, which LaTeX prints as it stands; some programs escape it all the same."""
    return _VERBATIM.sub(r"\1", "".join(text.split()))


def to_verbatim(text: str) -> str:
    """An address such that no brace and no space in it ends it early."""
    return "".join({"{": "%7B", "}": "%7D", " ": "%20", "\\": "%5C", "\n": ""}.get(char, char) for char in text)
