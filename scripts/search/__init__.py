"""The search index: what a token is, and the files that the reader's browser loads. Imports scripts.content."""
