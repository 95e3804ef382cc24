"""The sentences of a command line that cannot be understood."""

CLI_SENTENCES = {
    "option_missing": "{option} saknas. Lägg till det.",
    "option_unknown": "{option} finns inte. Skriv ”loftdb --help” för att se vad som går att välja.",
    "value_missing": "{option} behöver ett värde efter sig.",
    "bad_choice": "”{text}” går inte att välja. Skriv {choices}.",
    "bad_moment": "”{text}” är ingen tidpunkt. Skriv som 2024-03-15 eller 2024-03-15T14:30.",
    "bad_day": "”{text}” är inget datum. Skriv som 2024-03-15.",
    "bad_month": "”{text}” är ingen månad. Skriv som 2024-03.",
    "bad_number": "”{text}” är inget heltal. Skriv med siffror.",
    "bad_port": "”{text}” är ingen port. Skriv ett tal från 1 till 65535.",
}
