"""PDFs for tests, made by PDFium itself: words at places of a page."""

import ctypes
import io
from collections.abc import Sequence
from math import cos, sin
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

WIDTH, HEIGHT, LEFT, LEADING = 595.0, 842.0, 60.0, 14.0


class Words(NamedTuple):
    """Words on a page: points from the left and from the top, their size, and their angle in radians."""

    text: str
    left: float
    top: float
    size: float = 10.0
    angle: float = 0.0


class Rule(NamedTuple):
    """A ruled line across a page: points from the left and from the top."""

    left: float
    top: float


class Outline(NamedTuple):
    """A rectangle: points from the left and from the top, its width and height."""

    left: float
    top: float
    width: float
    height: float


def made(*pages: Sequence[Words | Rule | Outline]) -> bytes:
    """Return a PDF with those pages."""
    pdf = pypdfium2.PdfDocument.new()
    for words in pages:
        page = pdf.new_page(WIDTH, HEIGHT)
        for word in words:
            raw.FPDFPage_InsertObject(page, _written(pdf, word) if isinstance(word, Words) else _drawn(word))
        page.gen_content()
    content = io.BytesIO()
    pdf.save(content)
    pdf.close()
    return content.getvalue()


def lines(*texts: str, left: float = LEFT, top: float = 60.0, size: float = 10.0) -> list[Words]:
    """Return lines of text below each other; an empty one leaves room."""
    return [Words(text, left, top + LEADING * at, size) for at, text in enumerate(texts) if text]


def _drawn(shape: Rule | Outline) -> "raw.FPDF_PAGEOBJECT":
    if isinstance(shape, Rule):
        shape = Outline(shape.left, shape.top - 0.5, WIDTH - 2 * shape.left, 0.5)
    foot = HEIGHT - shape.top - shape.height
    item = raw.FPDFPageObj_CreateNewRect(shape.left, foot, shape.width, shape.height)
    raw.FPDFPath_SetDrawMode(item, raw.FPDF_FILLMODE_ALTERNATE, 0)
    return item


def _written(pdf: "pypdfium2.PdfDocument", word: Words) -> "raw.FPDF_PAGEOBJECT":
    item = raw.FPDFPageObj_NewTextObj(pdf, b"Helvetica", word.size)
    units = (word.text + "\0").encode("utf-16-le")
    raw.FPDFText_SetText(item, (ctypes.c_ushort * (len(units) // 2)).from_buffer_copy(units))
    turn = cos(word.angle), sin(word.angle)
    raw.FPDFPageObj_Transform(item, turn[0], turn[1], -turn[1], turn[0], word.left, HEIGHT - word.top)
    return item
