"""What does Quoth say in other languages? One file each; the terminal and the admin read English."""
