"""The edge to the disk: workspaces and cases read, outputs written. Nothing else in the house opens a file."""

from briefkit.shelf.outputs import Output, write_outputs
from briefkit.shelf.reading import read_inputs, read_layers, read_text, workspace_of
from briefkit.shelf.shipped import shipped_folder

__all__ = ["Output", "read_inputs", "read_layers", "read_text", "shipped_folder", "workspace_of", "write_outputs"]
