"""The words of the figures from elsewhere that stand beside the promises."""

TITLE = "Mätningar vid sidan av löftena"
LEAD = (
    "De kommer från andra källor och räknas inte till något löfte. Att de ändras betyder inte att löftena är orsaken."
)
SOURCE_OF, EARLIER = "Källa: {source}", "Tidigare: {values}"
DETAILS, CAPTION = "Alla värden och källor", "Mätningar vid sidan av löftena, alla värden"
HEADER = ("Mätning", "Värde", "Tid", "Källa")
CURVE = "Kurva över {name}, {unit}: {values}."

ENTER = "Lägg till eller rätta en mätning"
WHICH, NEW = "Mätning", "En ny mätning"
NAME, NAME_LIKE = "Vad mäts?", "Trygga utomhus på kvällen"
VALUE, VALUE_LIKE = "Värde", "77,5"
UNIT, UNIT_LIKE = "Enhet", "procent"
WHEN, WHEN_LIKE = "År eller datum", "2023 eller 2023-11-15"
SOURCE, SOURCE_LIKE = "Källa", "Trygghetsmätningen 2023, tabell 4"
AREA, WHOLE = "Problemområde", "Hela medborgarlöftet"
NO_PERSONS = "Skriv funktioner och publikationer, aldrig namn eller andra personuppgifter."
SAVE, SAVE_MENDED, WITHDRAW = "Spara mätningen", "Spara rättelsen", "Ta bort mätningen"
SAVED, MENDED, WITHDRAWN = "Mätningen är sparad.", "Mätningen är rättad.", "Borttagen: {value}."

FIELDS = {"name": NAME, "value": VALUE, "unit": UNIT, "on": WHEN, "source": SOURCE, "problem_area": AREA}
"""What the fields are called, by the field of an issue."""
