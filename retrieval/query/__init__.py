"""What does a question ask for?"""
