"""The layer that sets and tags: every line drawn stands in the structure tree, or raises."""
