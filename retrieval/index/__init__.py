"""What is searched of the documents, and how is it kept?"""
