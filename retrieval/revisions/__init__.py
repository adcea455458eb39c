"""What changed in the documents since then?"""
