"""How good is Quoth, measured? Commands that compare it with plain methods over collections with gold data."""
