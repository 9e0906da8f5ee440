"""One case: its people, contacts, tasks and consents, how it is found, and how it ended."""
