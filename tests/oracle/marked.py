"""Compares a workbook that came back with its findings marked with the original,
by openpyxl, and lets LibreOffice open and save it.

    SUANPAN_OUT=out cargo test --no-default-features --test it mark::
    python3 tests/oracle/marked.py tests/fixture/dressed.xlsx out/dressed.xlsx

Without an original, only opens: templates, files written anew. Needs openpyxl
and soffice (Debian: libreoffice-calc-nogui). Exits with 1 when anything but
grounds and notes of marked cells, and what was typed anew, differs.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

GROUNDS = {"FFFFC7C2", "FFFFE9A8", "FFCFE4F7"}


def is_marked(cell):
    return cell.fill.fill_type == "solid" and cell.fill.fgColor.rgb in GROUNDS


def is_typed(cell):
    """Whether it was typed anew on the page; then its note says so."""
    return is_marked(cell) and cell.comment and "网页上" in cell.comment.text


LOOKS = {}


def look(cell):
    """All of a cell's look, and its ground."""
    key = (id(cell.parent.parent), cell.style_id)
    if key not in LOOKS:
        parts = [cell.number_format, *map(repr, (cell.font, cell.border, cell.alignment, cell.protection))]
        LOOKS[key] = (repr(parts), repr(cell.fill))
    return LOOKS[key]


def resaved(path, folder):
    command = ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", folder, str(path)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return openpyxl.load_workbook(Path(folder, Path(path).name))


def compare(original, marked):
    faults = 0
    for sheet in original:
        ours = marked[sheet.title]
        for row in range(1, max(sheet.max_row, ours.max_row) + 1):
            for column in range(1, max(sheet.max_column, ours.max_column) + 1):
                before, after = sheet.cell(row, column), ours.cell(row, column)
                place = f"{sheet.title} {after.coordinate}"
                # A cell that was not there had the look of its column.
                bare = before.value is None and not before.has_style
                same = (before.value == after.value or is_typed(after)) and (bare or look(before)[0] == look(after)[0])
                if before.comment and before.comment.text not in (after.comment.text if after.comment else ""):
                    same = False
                if not is_marked(after) and (look(before)[1] != look(after)[1] or bool(before.comment) != bool(after.comment)):
                    same = False
                if is_marked(after) and not after.comment:
                    same = False
                if not same:
                    faults += 1
                    print(f"{place}: {before.value!r}, {after.value!r}")
        widths = [{name: item.width for name, item in book.column_dimensions.items()} for book in (sheet, ours)]
        if widths[0] != widths[1] or str(sheet.merged_cells) != str(ours.merged_cells):
            faults += 1
            print(f"{sheet.title}: widths or merges differ")
        rules = [len(book.conditional_formatting) for book in (sheet, ours)]
        checks = [len(book.data_validations.dataValidation) for book in (sheet, ours)]
        charts = [len(book._charts) for book in (sheet, ours)]
        if rules[0] != rules[1] or checks[0] != checks[1] or charts[0] != charts[1]:
            faults += 1
            print(f"{sheet.title}: rules, checks or charts differ")
    return faults


def notes(book):
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    marked = {(cell.parent.title, cell.coordinate) for cell in cells if is_marked(cell)}
    noted = {(cell.parent.title, cell.coordinate) for cell in cells if cell.comment}
    return marked, noted


def main(paths):
    book = openpyxl.load_workbook(paths[-1])
    faults = compare(openpyxl.load_workbook(paths[0]), book) if len(paths) > 1 else 0
    with tempfile.TemporaryDirectory() as folder:
        theirs = resaved(paths[-1], folder)
    if notes(book) != notes(theirs):
        faults += 1
        print("LibreOffice sees other marks or notes:", [a ^ b for a, b in zip(notes(book), notes(theirs))])
    marked, noted = notes(book)
    print(f"{len(marked)} cells marked, {len(noted)} notes, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
