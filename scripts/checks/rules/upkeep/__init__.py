"""What somebody must read again, finish or confirm."""
