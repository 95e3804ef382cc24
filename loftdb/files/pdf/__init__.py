"""Documents as PDF; ``typesetting.pdf`` is the way in."""
