"""The example that a visitor can try: people with different roles, and a log whose clock stands still."""
