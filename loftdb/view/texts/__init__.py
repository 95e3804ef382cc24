"""Every Swedish word for a closed set, a target, an issue or an error."""
