"""The sentences of what is missing in a draft, each with the cure."""

DRAFT_SENTENCES: dict[str, str] = {
    # The whole
    "draft_without_day": "Fyll i periodens första och sista dag.",
    "draft_backwards": "Sista dagen ligger före den första. Rätta datumet.",
    "draft_without_municipality": "Välj vilken kommun medborgarlöftet gäller.",
    "draft_municipality_unknown": "”{name}” är ingen kommun. Ta bort namnet, eller välj rätt kommun.",
    "draft_without_promises": "Utkastet har inga löften. Lägg till minst ett.",
    "draft_text_missing": "Fyll i det här fältet.",
    "hidden_character": "Texten innehåller ett osynligt tecken ({character}). Skriv om den för hand.",
    "draft_relation_missing": "Det finns redan ett medborgarlöfte för kommunen i samma tid. "
    "Välj om det här är en ny version, en efterföljare eller något annat.",
    "draft_relation_unknown": "Medborgarlöftet som utkastet hör ihop med finns inte här. Välj igen vad utkastet är.",
    # A promise
    "promise_without_title": "Ge löftet en kort rubrik, högst 45 tecken.",
    "promise_title_twice": "Två löften har rubriken ”{title}”. Ändra den ena.",
    "promise_without_wording": "”{title}” saknar text. Skriv vad som är lovat, eller ta bort löftet.",
    "third_party_missing": "Annan part är vald för ”{title}”. Skriv vilken organisation det är.",
    "count_without_unit": "”{title}” ska räknas. Lägg till vad som räknas, eller välj status och text.",
    "occasion_missing": "Vad räknas som ett tillfälle för ”{title}”? Skriv det i en mening.",
    "announced_not_counted": "”{title}” räknas inte och kan inte bokas i förväg. "
    "Avmarkera att tillfällena är annonserade.",
    "announced_and_sensitive": "”{title}” är känsligt och kan inte annonseras. Avmarkera det ena.",
    # A number
    "unit_missing": "Skriv vad som räknas i ”{title}”, både ett och flera.",
    "target_number": "Måltalet för ”{title}” ska vara mellan 1 och {most}. Rätta det.",
    "range_narrow": "Det högre talet för ”{title}” ska vara större än det lägre. Rätta det.",
    "interval_needed": "”{title}” gäller en tid som inte kan följas. Välj till exempel per vecka eller per år, "
    "och kontrollera talet.",
    "every_not_possible": "Välj hur ofta ”{title}” gäller: var, varannan och så vidare upp till var {most}:e, "
    "och inte för hela perioden.",
    "numbers_disagree": "Texten säger två olika tal om ”{title}”. Välj det som gäller.",
    "reading_needed": "Texten säger inte hur lång tid talet i ”{title}” gäller. Välj per år eller hela perioden.",
    # A follow-up
    "duty_without_recurrence": "Välj hur ofta uppföljningen ”{title}” ska göras.",
    "duty_without_window": "Fyll i när uppföljningen ”{title}” ska göras.",
    # Putting it in force
    "decision_missing": "Skriv vilket beslut som fastställer medborgarlöftet, till exempel KS § 45.",
    "adopted_in_future": "Beslutet {date} har inte fattats än. Välj i dag eller ett tidigare datum.",
    "reason_missing": "Skriv varför medborgarlöftet ändras.",
    "valid_from_missing": "Välj från vilken dag ändringen gäller.",
    "valid_from_outside": "Ändringen ska gälla från en dag i perioden {period}. Rätta datumet.",
    "home_changed": "Hemkommunen är {name} och kan inte bytas i en ny version. Sätt den först igen.",
    "successor_overlaps": "”{title}” gäller till och med {last}, men det nya börjar {first}. Ändra första dagen, "
    "eller välj att avsluta det gamla dagen innan.",
    "successor_before": "Det nya börjar {first}, inte efter ”{title}”. Rätta första dagen, eller välj ny version.",
    "nothing_filled": "Inget löfte fick någon ny lydelse. Para ihop löftena, eller välj något annat.",
    "nothing_changed": "Inget skiljer sig från det som gäller. Ändra något, eller ta bort utkastet.",
    "draft_gone": "Utkastet är redan fastställt eller borttaget. Gå till Utkast och välj ett annat.",
}
