"""Proposes a form from filled-in reports: what all of them print, in the same order, is the form."""
