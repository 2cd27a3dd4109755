"""What was built, and the search."""
