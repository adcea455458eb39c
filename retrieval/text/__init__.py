"""What is a text made of? Spans, words, terms and sentences."""
