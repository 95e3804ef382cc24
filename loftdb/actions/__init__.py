"""The use cases: the only door to the store, for reads and for writes; each asks ``access`` first."""
