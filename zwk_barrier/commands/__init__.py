"""The commands of the command line by purpose: the same use cases as in the window, one function each."""
