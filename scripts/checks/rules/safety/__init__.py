"""What costs readers money: requests for secrets, secrets, disguised text, markup that runs."""
