"""Council meetings: what is planned, what was sent and shown, what is written and decided."""
