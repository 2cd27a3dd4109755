"""Links lead where they say, and nowhere else."""
