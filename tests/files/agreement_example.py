"""A data file that uses every key."""

from datetime import date

from loftdb.files.agreements import AgreementFile, read_agreement

EXAMPLE = """
id: ort-2024
title: Medborgarlöfte 2024–2025
period: {first: 2024-01-01, last: 2025-12-31}
district: LPO Orten
municipalities:
  - {code: 0114, name: Upplands Väsby}
  - {code: 1486, name: Strömstad}
problem_areas:
  - {rank: 1, name: Trafik}
  - {rank: 2, name: Narkotika}
source: Medborgarlöfte för orten.
replaces: ort-2022
duties:
  - {id: hosten, title: Uppföljning, to_whom: Kommunstyrelsen, recurrence: once,
     window: {first: 2024-09, last: 2024-11}}
  - {id: motet, title: Löpande, to_whom: Lokala BRÅ, recurrence: per_meeting}
promises:
  - id: kontroller
    position: 1
    heading: Polisen
    title: Kontroller
    summary: Polisen kontrollerar
      alkohol och tobak.
    wording: Så står det.
    parties: [police, other]
    third_parties: [Väktare]
    function: kommunpolis och säkerhetssamordnare
    kind: count
    conditional: Vid behov.
    sensitive: true
    occasion: En kontroll.
    predecessor: tillsyn
    measures:
      - key: alkohol
        singular: kontroll
        plural: kontroller
        targets:
          - {value: 2, comparator: "=", per: month, every: 2, average: true}
          - {value: 3, comparator: range, value_max: 5, per: year, valid_from: 2025-01-01, decision: § 4, reason: Fler}
      - {key: tobak, singular: timme, plural: timmar, minutes: true}
  - id: skolor
    position: 2
    heading: Kommunen
    title: Skolor
    summary: Kommunen besöker skolor.
    parties: []
    municipalities: [0114, 1486]
    kind: list
    announced: true
    occasion: Ett besök.
    measures:
      - singular: besök
        plural: besök
        targets:
          - value: 30
            comparator: ">="
            interpretation:
              text: Hela perioden.
              by: Samordnare
              on: 2024-02-01
              agreed: null
              other_per: year
    items:
      - {key: norra, name: Norra skolan}
  - {id: miljo, position: 3, heading: Kommunen, title: Miljö, summary: Ljus., parties: [municipality], kind: quality}
published:
  - {promise: kontroller, key: tobak, year: 2024, count: 55, precision: at_least, source: Webben}
""".lstrip()


def read_text(text: str, name: str = "ort-2024.yaml", followed_from: date | None = None) -> AgreementFile:
    return read_agreement(text.encode(), name, followed_from)
