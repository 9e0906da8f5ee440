"""Questions of the moment, what of them is answered outside, and the cases behind a figure."""
