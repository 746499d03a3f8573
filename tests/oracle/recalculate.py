"""Lets LibreOffice compute every formula of an exported workbook anew and
compares the results with those that the program stored.

    python3 tests/oracle/recalculate.py 县域数据-计算结果.xlsx

Needs openpyxl and soffice (Debian: libreoffice-calc-nogui). Exits with 1 when
any result differs by more than 1e-9, relative, or as a text.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl


def recalculated(book, folder):
    """The workbook computed by LibreOffice, from formulas without results."""
    bare = Path(folder, "bare.xlsx")
    book.save(bare)  # openpyxl writes formulas without results
    out = Path(folder, "out")
    command = ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(bare)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return openpyxl.load_workbook(out / "bare.xlsx", data_only=True)


def same(ours, theirs):
    if isinstance(ours, (int, float)) and isinstance(theirs, (int, float)):
        return abs(ours - theirs) <= 1e-9 * max(1, abs(ours))
    return ours == theirs


def main(path):
    formulas, stored = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    count, different = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        fresh = recalculated(openpyxl.load_workbook(path), folder)
        for sheet in formulas:
            for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
                count += 1
                ours, theirs = (book[sheet.title][cell.coordinate].value for book in (stored, fresh))
                if not same(ours, theirs):
                    different += 1
                    print(f"{sheet.title} {cell.coordinate}: stored {ours!r}, computed {theirs!r} by {cell.value}")
    print(f"{count} formulas, {different} differ")
    return 1 if different or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
