"""How does text become token states? A small BERT model, run by numpy from a folder of files."""
