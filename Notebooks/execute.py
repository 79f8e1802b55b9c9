# SPDX-License-Identifier: Apache-2.0
"""Executes the notebooks; any failed assertion stops.

Usage: execute.py FOLDER

The executed notebooks go to FOLDER; where that is the folder they are in, their outputs are
renewed. Nothing is kept of when and where they were executed.
"""

import os
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient


def execute(path, folder):
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook, timeout=240, kernel_name="python3", record_timing=False,
        resources={"metadata": {"path": str(path.parent.parent)}})
    client.execute()
    for cell in notebook.cells:
        cell.metadata.clear()
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    nbformat.write(notebook, folder / path.name)


def main(folder):
    # Charts are drawn without a screen, in one way on every machine.
    os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    os.environ["PYTHONHASHSEED"] = "0"
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(Path(__file__).resolve().parent.glob("*.ipynb")):
        start = time.perf_counter()
        execute(path, folder)
        print(f"{path.name}: {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main(*sys.argv[1:])
