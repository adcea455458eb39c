"""What can be built on the library `retrieval`? Small programs, each run as a test."""
