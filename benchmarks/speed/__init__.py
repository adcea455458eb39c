"""How fast is the search, beside that of other engines?"""
