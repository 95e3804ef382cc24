"""Swedish out: pure functions from figures to sentences, HTML and charts; no streamlit, no I/O, no clock."""
