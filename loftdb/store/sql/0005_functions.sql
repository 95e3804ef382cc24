-- Ansvarig funktion: who in the organisation answers for the promise, never a person; empty where nobody has said.
alter table promise add column function varchar default '';
