"""A meeting's documents: ``state.state_document`` for the mailing, ``notes.notes_document`` for what was decided."""
