"""What can be true of a record, and the list of those that cannot."""
