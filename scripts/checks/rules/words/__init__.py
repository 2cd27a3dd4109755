"""Words, spelling and typography, of one language or of both."""
