"""The sentences of ``loftdb check``, for whoever looks after the database."""

_RESTORE = "Återställ en säkerhetskopia från före felet, eller be om hjälp."

_WRONG = {
    "line_without_activity": "Räknade tillfällen hör till aktivitet {activity}, version {version}, som saknas.",
    "line_elsewhere": "Räknade tillfällen för aktivitet {activity} har annan kommun eller tid än aktiviteten.",
    "share_without_measure": "Aktivitet {activity} räknas till måttet {measure}, som saknas.",
    "promise_without_agreement": "Löftet {promise} hör till medborgarlöftet {agreement}, som saknas.",
    "measure_without_promise": "Måttet {measure} hör till löftet {promise}, som saknas.",
    "target_without_measure": "Ett mål från {valid_from} hör till måttet {measure}, som saknas.",
    "season_without_measure": "En fördelning över året hör till måttet {measure}, som saknas.",
    "list_item_without_promise": "Raden {key} i en lista hör till löftet {promise}, som saknas.",
    "duty_without_agreement": "Uppföljningen {duty} hör till medborgarlöftet {agreement}, som saknas.",
    "adoption_without_agreement": "Utkast {draft} fastställde medborgarlöftet {agreement}, som saknas.",
    "municipality_unknown": "{promise} gäller kommunen {municipality}, som saknas.",
    "sign_off_without_municipality": "En avstämd månad hör till kommunen {municipality}, som saknas.",
    "status_without_promise": "En statusuppdatering hör till löftet {promise}, som saknas.",
    "duty_mark_without_duty": "En genomförd uppföljning hör till {duty} i {agreement}, som saknas.",
    "deviation_without_promise": "En avvikelse för {year} hör till {subject}, som saknas.",
    "meeting_without_agreement": "Möte {meeting} hör till medborgarlöftet {agreement}, som saknas.",
    "minutes_without_meeting": "Anteckningar hör till möte {meeting}, som saknas.",
    "frozen_figures_changed": "Siffrorna i utskick {number} till möte {meeting} är inte de som skickades ut.",
    "frozen_document_changed": "Dokumentet {name} till möte {meeting} är inte det som sparades.",
    "lines_disagree": "Aktivitet {activity} anger {said} för måttet {measure}, men {held} är räknade.",
    "versions_not_consecutive": "Aktivitet {activity} har {versions} versioner, men den sista har nummer {last}.",
    "registered_out_of_order": "Aktivitet {activity}, version {version}, är registrerad före versionen innan.",
    "submission_twice": "Aktivitet {activity} har en registreringsnyckel som inte stämmer.",
}
CHECK_SENTENCES = {code: f"{text} {_RESTORE}" for code, text in _WRONG.items()}
