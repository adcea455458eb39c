"""How do arrays and texts stand in a file?"""
