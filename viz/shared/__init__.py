"""What all pages share: the template, its data, its scripts and its style."""
