"""Nothing is stated that the operator has not confirmed."""
