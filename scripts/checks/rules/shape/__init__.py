"""Articles have the shape that readers and browsers need."""
