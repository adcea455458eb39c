"""Does Quoth stay right when it is killed, when files are damaged, when the system fails, and over a long time?"""
