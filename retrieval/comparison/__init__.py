"""What do two documents both say, and does a sentence stand in any?"""
