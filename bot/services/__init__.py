"""What goes on beside the commands? Watching the folder, keeping revisions, looking after health."""
