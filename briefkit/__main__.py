"""`python -m briefkit` is the command `briefkit`."""

from briefkit.cli import main

main(prog_name="briefkit")
