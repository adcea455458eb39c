"""What are the nouns of retrieval? Documents, passages, and how to find a way in them."""
