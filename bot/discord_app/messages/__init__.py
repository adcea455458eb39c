"""Which messages are questions, and what do they follow on?"""
