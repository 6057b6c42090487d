"""DOCX files for tests, written as Word writes them."""

import io
import zipfile
from collections.abc import Mapping

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
ROOT = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/></Relationships>"""
KINDS = {
    "header1": "header",
    "footer1": "footer",
    "footnotes": "footnotes",
    "numbering": "numbering",
    "styles": "styles",
}


def docx(body: str, **parts: str) -> bytes:
    """Return a DOCX with that content of its body, and of other parts, such as header1 and footnotes."""
    wrapped = {"document": f"<w:document {W}><w:body>{body}</w:body></w:document>"}
    wrapped |= {name: _part(name, content) for name, content in parts.items()}
    files = {"[Content_Types].xml": TYPES, "_rels/.rels": ROOT, "word/_rels/document.xml.rels": _relations(parts)}
    files |= {
        f"word/{name}.xml": f'<?xml version="1.0" encoding="UTF-8"?>{content}' for name, content in wrapped.items()
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def paragraph(*runs: str, style: str = "", number: int | None = None) -> str:
    """Return a paragraph of runs, which are texts or XML."""
    numbered = "" if number is None else f'<w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="1"/></w:numPr>'
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{numbered}</w:pPr>{''.join(map(_run, runs))}</w:p>"


def run(text: str, properties: str) -> str:
    """Return a run of text with properties, which are XML."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: list[str]) -> str:
    """Return a table whose cells are texts, or XML of paragraphs."""
    cells = ("".join(_cell(cell) for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def _cell(content: str) -> str:
    return f"<w:tc>{content if content.startswith('<') else paragraph(content)}</w:tc>"


def _run(content: str) -> str:
    return content if content.startswith("<") else f'<w:r><w:t xml:space="preserve">{content}</w:t></w:r>'


def _part(name: str, content: str) -> str:
    root = {"header1": "hdr", "footer1": "ftr"}.get(name, name)
    return f"<w:{root} {W}>{content}</w:{root}>"


def _relations(parts: Mapping[str, str]) -> str:
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = (f'<Relationship Id="{n}" Type="{base}/{KINDS.get(n, n)}" Target="{n}.xml"/>' for n in parts)
    return f'<Relationships xmlns="{base.replace("officeDocument", "package")}">{"".join(links)}</Relationships>'
