"""The page of a report as it is read."""
