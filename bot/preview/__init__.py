"""What is Discord on this machine? A server and a page that play it, for tests and for a first look."""
