"""The sentences of what cannot be saved about duties, deviations and seasons."""

FOLLOW_UP_SENTENCES = {
    "duty_in_future": "Datumet har inte varit än. Markera uppföljningen som genomförd när den är gjord.",
    "duty_before_window": "{date} är för tidigt: uppföljningen börjar förberedas {first}. Rätta datumet.",
    "paragraph_missing": "Uppföljningen görs till kommunstyrelsen. Skriv paragrafen i protokollet, som § 112.",
    "paragraph_unclear": "Paragrafen går inte att läsa. Skriv den som § 112 eller Ks § 7/2024.",
    "case_missing": "Uppföljningen görs till kommunstyrelsen. Skriv ärendets diarienummer, som KS 2024/0123.",
    "case_unclear": "Diarienumret går inte att läsa. Skriv det som KS 2024/0123.",
    "deviation_empty": "Skriv vad som avviker och varför, i minst en av rutorna.",
    "season_not_by_sum": "Fördelningen över året gäller bara löften med ett måltal för året eller hela perioden. "
    "Välj ett sådant löfte.",
    "months_not_twelve": "Skriv en andel för varje månad, tolv tal. Nu är de {count}.",
    "month_share_negative": "En månads andel kan inte vara mindre än 0. Ändra {value}.",
    "month_share_large": "En månads andel kan vara högst {max}. Ändra {value}.",
    "month_shares_nothing": "Alla månader har andelen 0. Ge minst en månad en andel.",
    "no_booked_dates": "Skriv minst ett datum.",
    "booked_date_unclear": "”{text}” är inget datum. Skriv det som 2024-11-13, ett på varje rad.",
    "booked_date_twice": "{date} står två gånger. Ta bort det ena.",
    "booked_date_outside": "{date} ligger utanför perioden {period}. Rätta datumet.",
    "no_school_calendar": "Det finns inga läsårstider för {municipality}. Lägg till dem under data/school-calendars, "
    "eller välj en annan fördelning.",
    "school_calendar_short": "Läsårstiderna för {municipality} saknar termin i {period}. "
    "Lägg till den under data/school-calendars, eller välj en annan fördelning.",
}
