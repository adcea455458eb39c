"""Which words mean the same?"""
