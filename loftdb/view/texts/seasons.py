"""The words of how a target is spread over its year."""

EVEN = "Förväntat stiger lika mycket varje dag."
SCHOOL_DAYS = (
    "Förväntat följer skoldagarna i {municipality}: linjen stiger när skolan har öppet och ligger stilla på loven."
)
MONTHS = "Förväntat följer månadernas andelar."
DATES = "Förväntat följer {dates}: linjen stiger när ett datum har passerat."

CHANGED, HISTORY = "Ändrat från och med", "Så har fördelningen ändrats"
ASSUMED = "Läsårstiderna för {municipality} är delvis antagna."
OUTDATED = (
    "Läsårstiderna för {municipality} har rättats sedan skoldagarna valdes. Spara Skoldagar igen för att räkna med dem."
)

CHANGE = "Ändra fördelningen över året"
LEAD = "Fördelningen flyttar det som väntas hittills, och därmed läget. Den ändrar aldrig vad som räknas."
KIND = "Så fördelas målet"
SHARES = "Andel för varje månad. Bara förhållandet mellan talen spelar roll; 0 är inget alls."
BOOKED, BOOKED_LIKE = "Bokade datum, ett på varje rad", "2024-11-13"
EFFECT = "Om du sparar"
WHOLE = "Hela perioden"
NOW, THEN = "Förväntat nu", "Förväntat efter ändringen"
SAVE = "Spara fördelningen"
SAVED = "Sparat. Förväntat och läge är omräknade."
