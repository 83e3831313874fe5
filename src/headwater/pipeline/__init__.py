"""The only place where the rooms meet; it reads as the data flow.

`documents` makes of each document what it gives by itself, `case` relates all of them and writes the case, `texts` reads bare
texts with no case.
"""
