"""How good are the answers? Known questions scored."""
