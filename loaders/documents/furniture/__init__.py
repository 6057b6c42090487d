"""Page furniture: what pages print that is no part of the report, found by repetition and position."""
