"""`python tests/openxml.py FILE.docx …`: Microsoft's Open XML SDK validator, one JSON list of errors a file.

The SDK and a .NET runtime for it come with the package python-redlines-docxodus, as one program that carries its
runtime in itself. Here its files are laid out as an ordinary runtime, which pythonnet can host. One process can host
one runtime, so tests run this as a program. Exit status: 0 ran, 3 cannot run here (why, on standard error).
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

CACHE = Path(tempfile.gettempdir()) / "briefkit-open-xml-sdk"
FRAMEWORK = "Microsoft.NETCore.App"
TARGET = ".NETCoreApp,Version=v10.0"
PROGRAMS = {"redline.dll", "Docxodus.dll", "SkiaSharp.dll"}


class CannotRun(Exception):
    """The validator cannot be had on this machine."""


def archive() -> Path:
    spec = importlib.util.find_spec("python_redlines_docxodus")
    if spec is None or not spec.submodule_search_locations or importlib.util.find_spec("pythonnet") is None:
        raise CannotRun("python-redlines-docxodus and pythonnet are not installed")
    found = Path(spec.submodule_search_locations[0]) / "_binaries" / "linux-x64.tar.gz"
    if not sys.platform.startswith("linux") or not found.exists():
        raise CannotRun("there are no binaries of the SDK for this system")
    return found


def lay_out(root: Path) -> None:
    """Sort the program's files into a runtime (`dotnet/`) and the SDK (`sdk/`)."""
    app, sdk = root / "app", root / "sdk"
    with tarfile.open(archive()) as tar:
        tar.extractall(app, filter="data")
    version = json.loads((app / "redline.runtimeconfig.json").read_text())["runtimeOptions"]["includedFrameworks"][0]["version"]
    runtime, resolver = root / "dotnet" / "shared" / FRAMEWORK / version, root / "dotnet" / "host" / "fxr" / version
    for folder in (sdk, runtime, resolver):
        folder.mkdir(parents=True)
    for file in [*app.glob("*.dll"), *app.glob("*.so")]:
        if file.name not in PROGRAMS:
            home = sdk if file.name.startswith("DocumentFormat.") else resolver if file.name == "libhostfxr.so" else runtime
            shutil.move(file, home / file.name)
    (runtime / f"{FRAMEWORK}.deps.json").write_text(json.dumps(dependencies(app / "redline.deps.json", version)))
    invariant = {"System.Globalization.Invariant": True}  # so that no ICU library is needed
    options = {"tfm": "net10.0", "framework": {"name": FRAMEWORK, "version": version}, "configProperties": invariant}
    (sdk / "sdk.runtimeconfig.json").write_text(json.dumps({"runtimeOptions": options}))


def dependencies(program: Path, version: str) -> dict[str, Any]:
    """The list of a runtime's files that a host asks for, out of the program's own list."""
    platform = f"{TARGET}/linux-x64"
    listed = json.loads(program.read_text())["targets"][platform]
    files = next(value for key, value in listed.items() if key.startswith("runtimepack."))
    name = f"{FRAMEWORK}.Runtime.linux-x64/{version}"
    library = {"type": "package", "serviceable": True, "sha512": "", "path": ""}
    targets = {TARGET: {}, platform: {name: files}}
    target = {"name": platform, "signature": ""}
    return {"runtimeTarget": target, "compilationOptions": {}, "targets": targets, "libraries": {name: library}}


def prepared() -> Path:
    """The folder with runtime and SDK, laid out once a machine; put in place whole, since tests run side by side."""
    if not CACHE.exists():
        fresh = Path(tempfile.mkdtemp(prefix="briefkit-sdk-"))
        lay_out(fresh)
        try:
            fresh.rename(CACHE)
        except OSError:  # another process was first
            shutil.rmtree(fresh)
    return CACHE


def validate(paths: list[str]) -> dict[str, list[str]]:
    """The errors of each file: part, place, and what the validator says."""
    home = prepared()
    from clr_loader import get_coreclr
    from pythonnet import set_runtime

    set_runtime(get_coreclr(runtime_config=str(home / "sdk" / "sdk.runtimeconfig.json"), dotnet_root=str(home / "dotnet")))
    import clr

    sys.path.append(str(home / "sdk"))
    clr.AddReference("DocumentFormat.OpenXml.Framework")
    clr.AddReference("DocumentFormat.OpenXml")
    from DocumentFormat.OpenXml import FileFormatVersions
    from DocumentFormat.OpenXml.Packaging import WordprocessingDocument
    from DocumentFormat.OpenXml.Validation import OpenXmlValidator

    validator = OpenXmlValidator(FileFormatVersions.Microsoft365)
    found: dict[str, list[str]] = {}
    for path in paths:
        document = WordprocessingDocument.Open(str(Path(path).resolve()), False)
        found[path] = [describe(error) for error in validator.Validate(document)]
        document.Dispose()
    return found


def describe(error: Any) -> str:
    part = error.Part.Uri if error.Part else ""
    place = error.Path.XPath if error.Path else ""
    return f"{part} {place}: {error.Description}"


if __name__ == "__main__":
    try:
        sys.stdout.write(json.dumps(validate(sys.argv[1:])))
    except CannotRun as reason:
        sys.stderr.write(str(reason))
        raise SystemExit(3) from None
