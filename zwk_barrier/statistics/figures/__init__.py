"""What a report says: counts that may be told, figures and tables out of them, and the report."""
