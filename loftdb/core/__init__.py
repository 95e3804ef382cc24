"""The pure rules: no I/O, no clock, no words for the screen."""
