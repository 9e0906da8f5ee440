"""The office itself: its people, their roles, its look and its backups."""
