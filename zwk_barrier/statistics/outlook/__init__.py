"""What lies ahead: reach among inhabitants, the outlook on them, and the demand that follows."""
