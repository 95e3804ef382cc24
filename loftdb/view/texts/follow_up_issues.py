"""The sentences of what cannot be saved about duties, deviations and seasons."""

FOLLOW_UP_SENTENCES = {
    "duty_in_future": "Datumet har inte varit än. Markera uppföljningen som genomförd när den är gjord.",
    "duty_before_window": "{date} är för tidigt: uppföljningen börjar förberedas {first}. Rätta datumet.",
    "paragraph_missing": "Uppföljningen görs till kommunstyrelsen. Skriv paragrafen i protokollet, som § 112.",
    "paragraph_unclear": "Paragrafen går inte att läsa. Skriv den som § 112 eller Ks § 7/2024.",
    "case_missing": "Uppföljningen görs till kommunstyrelsen. Skriv ärendets diarienummer, som KS 2024/0123.",
    "case_unclear": "Diarienumret går inte att läsa. Skriv det som KS 2024/0123.",
    "deviation_empty": "Skriv vad som avviker och varför, i minst en av rutorna.",
}
