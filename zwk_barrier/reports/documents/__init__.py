"""One document each: a function from a frozen record to the finished PDF, and how it is told."""
