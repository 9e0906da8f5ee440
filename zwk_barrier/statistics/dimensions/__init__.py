"""What is counted by: dimensions with their codes and levels, and the catalogue of them."""
