"""The settings of a LibreOffice that only makes files: in which typeface it sets what names one that is not there."""

from __future__ import annotations

from pathlib import Path

from briefkit.press.typefaces import NAMED, TWIN, typeface_used

_SETTINGS = f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Font/Substitution">
<prop oor:name="Replacement" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Common/Font/Substitution/FontPairs">
<node oor:name="_0" oor:op="replace">
<prop oor:name="ReplaceFont" oor:op="fuse"><value>{NAMED}</value></prop>
<prop oor:name="SubstituteFont" oor:op="fuse"><value>{TWIN}</value></prop>
<prop oor:name="Always" oor:op="fuse"><value>true</value></prop>
<prop oor:name="OnScreenOnly" oor:op="fuse"><value>false</value></prop>
</node>
</item>
</oor:items>
"""


def lay_profile(folder: Path) -> None:
    """A profile in an empty folder. LibreOffice by itself would take a typeface without Kazakh letters, and others for these alone."""
    used = typeface_used()
    if used is not None and used.name == TWIN:
        (folder / "user").mkdir(parents=True)
        (folder / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
