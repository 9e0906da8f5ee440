"""Work without a case, and the local offers people are referred to."""
