"""How good are the answers? Quoth beside well-known ways of searching, over collections of known questions."""
