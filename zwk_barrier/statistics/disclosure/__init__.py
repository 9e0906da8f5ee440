"""What keeps small counts and large amounts from being told: rounding, dots, rules for money; knows arrays only."""
