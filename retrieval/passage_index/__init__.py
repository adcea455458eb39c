"""How are plain passages searched, without files and documents?"""
