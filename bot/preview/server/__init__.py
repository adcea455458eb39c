"""Discord on loopback: a server that the real client logs in to."""
