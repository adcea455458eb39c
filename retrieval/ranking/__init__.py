"""Which passages answer best, and is that sure?"""
