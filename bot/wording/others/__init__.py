"""What does Quoth say in other languages? Three files each: to members, in commands, to the admin."""
