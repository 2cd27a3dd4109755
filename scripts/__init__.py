"""What stands behind the Makefile: reading the content, building the site, publishing it."""
