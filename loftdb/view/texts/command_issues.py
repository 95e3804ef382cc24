"""The sentences of a command line that cannot be understood."""

OPTIONS = {"file": "FIL", "document": "FIL"}
"""What people see for an option that is given by its place."""

USAGE_SENTENCES = {
    "command_unknown": "Kommandot ”{text}” finns inte. Skriv {choices}.",
    "option_unknown": "”{option}” hör inte till kommandot. ”loftdb KOMMANDO --help” visar vad som går att skriva.",
    "option_missing": "{option} saknas. ”loftdb KOMMANDO --help” visar vad kommandot behöver.",
    "path_missing": "Skriv vilken fil det gäller, som ”loftdb init data/loft.duckdb” eller ”loftdb read loftet.pdf”.",
    "value_missing": "{option} saknar ett värde. ”loftdb KOMMANDO --help” visar vilket.",
    "option_twice": "{option} står flera gånger. Skriv det värde som gäller, en gång.",
    "hidden_character": "{option}: värdet har ett tecken som inte syns eller inte går att läsa ({character}). "
    "Skriv om det för hand.",
    "year_far": "{option}: året är {year}, men ska ligga mellan {first} och {last}. Rätta det.",
    "bad_day": "{option}: ”{text}” är inget datum. Skriv som 2024-03-15.",
    "bad_moment": "{option}: ”{text}” är ingen tid. Skriv som 2024-03-15T14:30, eller bara 2024-03-15.",
    "bad_month": "{option}: ”{text}” är ingen månad. Skriv som 2024-03.",
    "bad_number": "{option}: ”{text}” är inget heltal. Skriv med siffror, som 12.",
    "number_far": "{option}: {text} är för stort. Skriv ett tal med högst nio siffror.",
    "bad_port": "{option}: ”{text}” är ingen port. Skriv ett tal mellan 1 och 65535.",
    "bad_choice": "{option}: ”{text}” går inte att välja. Skriv {choices}.",
    "reason_without_cancelled": "--reason hör till det som ställdes in. Ta bort den, eller skriv --state cancelled.",
    "from_after_to": "--from ligger efter --to. Byt plats på tiderna.",
    "demo_followed_from": "Exempeldatabasen har en egen dag som den följs från. Ta bort --followed-from eller --demo.",
}
