"""How fast is a large folder read, opened again, and followed while people ask?"""
