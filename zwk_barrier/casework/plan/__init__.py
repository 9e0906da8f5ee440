"""What is recommended: measures, quotes, the cheapest plan and its approval."""
