"""Boxes to tick and ticks, as characters: as readers write them, and as files have them.

Private characters are those of Wingdings, in texts that other programs took out of a file.
"""

BOXES = {True: "☒", False: "☐"}
TICKED = "☑☒■✓✔✗✘⌧\uf0fc\uf0fe\uf052\uf053🗹🗷"
OPEN = "☐□❏❑◻▢\uf06f\uf0a8"
