"""From the content model to the built site: MkDocs hooks, and what they fill in."""
