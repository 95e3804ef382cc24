"""Which parts of a document promise something, who answers, and for which time; targets are read by others."""
