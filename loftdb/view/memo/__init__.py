"""*Underlag till tjänsteskrivelse*; ``document.memo_document`` is the way in."""
