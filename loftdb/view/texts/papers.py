"""What every printed paper says."""

EXAMPLE = "Exempeldata"
PAGES = ("Sida ", " av ")
DUTIES_HEADER = ("Uppföljning", "Till", "När", "Läge")
