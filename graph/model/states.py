"""The states of sections, how far they are read, and how claims are reviewed: the concepts that code decides by."""

from alliancegraph.graph.model.iris import mint
from alliancegraph.ontology.terms import ReadingWord, ReviewWord, StateWord

BLANK = mint("state", StateWord.blank)
ANSWERED = mint("state", StateWord.answered)
OUTSIDE = mint("state", StateWord.outside)
READ = mint("reading", ReadingWord.read)
IN_PART = mint("reading", ReadingWord.in_part)
NOT_YET = mint("reading", ReadingWord.not_yet)
DRAFTED = mint("review", ReviewWord.drafted)
RECORDED = mint("review", ReviewWord.recorded)
REPLACED = tuple(mint("review", word) for word in (ReviewWord.corrected, ReviewWord.amended, ReviewWord.overturned))
