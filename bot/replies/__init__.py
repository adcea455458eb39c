"""What does Quoth say to each command? Values that every front end can show."""
