"""The only part of the package that imports streamlit: the server, the frame around every page, and widgets."""
