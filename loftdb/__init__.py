"""loftdb shows whether public promises are kept."""

__version__ = "0.1.0"
