"""What is particular to a language? One module each."""
