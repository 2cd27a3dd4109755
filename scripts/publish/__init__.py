"""Publishing: the gate that lets nothing unconfirmed through."""
