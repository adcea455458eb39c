"""What can be set, and where does it stand? config.yaml as values."""
