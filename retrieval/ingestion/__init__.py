"""How does a folder become documents?"""
