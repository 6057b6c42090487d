"""What XML 1.0 cannot hold, not even as a reference: most control characters, U+FFFE, U+FFFF.

U+FFFD stands for each: a form feed between two pages, say. One for one, so that offsets stay.
"""

import re

_LACKING = rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]"
INSTEAD = "\ufffd"
NOTE = b"<!-- U+FFFD stands for characters that XML does not have -->"


def xml_document(document: bytes) -> bytes:
    """A document in UTF-8 whose texts were written as they are, made well-formed; a comment behind it says so.

    A carriage return becomes a reference, since readers take a bare one for a new line.
    """
    whole = re.sub(_LACKING, INSTEAD.encode(), document)
    return whole.replace(b"\r", b"&#13;") + (NOTE if whole != document else b"")
