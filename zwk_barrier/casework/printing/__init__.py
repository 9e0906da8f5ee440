"""Gathers the frozen records that documents are made of, and keeps what was printed."""
