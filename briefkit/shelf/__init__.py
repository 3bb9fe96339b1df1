"""The edge to the disk: workspaces and cases read, outputs written. Nothing else in the house opens a file.

What stands here is loaded when it is asked for: a command that compares libraries does not wait for what imports references.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefkit.shelf.importing import Imported, Ways, import_into_case, import_into_library
    from briefkit.shelf.interviews import KeptAnswer, NewCase, forget_answers, keep_answers, kept_answers, present, write_case
    from briefkit.shelf.outputs import Output, write_new, write_outputs
    from briefkit.shelf.reading import read_house, read_inputs, read_layers, read_looks, read_template, read_text, workspace_of
    from briefkit.shelf.recording import record_in_case, record_in_library
    from briefkit.shelf.shipped import shipped_folder
    from briefkit.shelf.starting import start_workspace
    from briefkit.shelf.styles import lacks_style, packaged_layers, packaged_names
else:
    _ROOMS = {
        "importing": ("Imported", "Ways", "import_into_case", "import_into_library"),
        "interviews": ("KeptAnswer", "NewCase", "forget_answers", "keep_answers", "kept_answers", "present", "write_case"),
        "outputs": ("Output", "write_new", "write_outputs"),
        "reading": ("read_house", "read_inputs", "read_layers", "read_looks", "read_template", "read_text", "workspace_of"),
        "recording": ("record_in_case", "record_in_library"),
        "shipped": ("shipped_folder",),
        "starting": ("start_workspace",),
        "styles": ("lacks_style", "packaged_layers", "packaged_names"),
    }

    def __getattr__(name: str) -> object:
        room = next((room for room, names in _ROOMS.items() if name in names), None)
        if room is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{room}"), name)


__all__ = [
    "Imported",
    "KeptAnswer",
    "NewCase",
    "Output",
    "Ways",
    "forget_answers",
    "import_into_case",
    "import_into_library",
    "keep_answers",
    "kept_answers",
    "lacks_style",
    "packaged_layers",
    "packaged_names",
    "present",
    "read_house",
    "read_inputs",
    "read_layers",
    "read_looks",
    "read_template",
    "read_text",
    "record_in_case",
    "record_in_library",
    "shipped_folder",
    "start_workspace",
    "workspace_of",
    "write_case",
    "write_new",
    "write_outputs",
]
