"""The example that a visitor can try: people with different roles, and a plausible log with a clock that stands still."""
