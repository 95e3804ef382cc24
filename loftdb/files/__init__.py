"""Bytes in, values out: every format that the program reads or writes outside its own database."""
