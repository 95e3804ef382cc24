"""The sentences of documents that cannot be read; nothing of such a document is kept."""

DOCUMENT_SENTENCES = {
    "document_empty": "Filen har ingen text. Välj en annan fil, eller klistra in texten.",
    "document_large": "Filen är större än {max} MB. Kopiera texten ur den och klistra in den i stället.",
    "document_long": "Texten har {length} tecken, och högst {max} går att läsa. Ta bara med medborgarlöftet.",
    "document_pages": "Filen har {pages} sidor, och högst {max} går att läsa. Spara sidorna med medborgarlöftet "
    "i en egen fil.",
    "document_kind": "Den sortens fil går inte att läsa. Välj en PDF, ett Word-dokument (.docx), en webbsida (.html) "
    "eller en textfil (.txt), eller klistra in texten.",
    "document_old_word": "Filen är i ett äldre format (.doc). Öppna den i Word, spara den som .docx "
    "och välj den nya filen.",
    "document_image": "Filen är en bild, och text i bilder går inte att läsa. Leta upp ett dokument med texten, "
    "eller skriv av den.",
    "document_scanned": "Filen har ingen text som går att läsa; sidorna är troligen inskannade bilder. "
    "Be om originalet, eller skriv av texten.",
    "document_encrypted": "Filen är skyddad med lösenord. Spara den utan lösenord, eller kopiera texten "
    "och klistra in den.",
    "document_broken": "Filen är skadad och går inte att öppna. Hämta den en gång till, eller klistra in texten.",
    "document_packed": "Filen packas upp till mycket mer än ett vanligt dokument och öppnas inte. "
    "Kopiera texten ur den och klistra in den i stället.",
    "document_slow": "Filen tar för lång tid att läsa. Kopiera texten ur den och klistra in den i stället.",
    "document_heavy": "Filen är för tung att läsa, eller skadad. Kopiera texten ur den och klistra in den i stället.",
}
