"""The default page, with one of each thing that Streamlit labels in English."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from loftdb.ui.frame import actor, guard

guard()

st.title("Start")
st.write(f"Du är {actor().name}")
st.number_input("Antal", min_value=0, value=3, step=1)
st.text_input("Plats")
st.text_area("Anteckning")
st.date_input("Dag", date(2024, 10, 15))
st.selectbox("Ort", ["Grums", "Hammarö"], index=None)
st.multiselect("Löften", ["Trafik", "Skola"])
st.checkbox("Med")
st.radio("Läge", ["Planerad", "Genomförd"])
st.segmented_control("Vecka", ["v. 9", "v. 10"], default="v. 9")
st.file_uploader("Fil")
st.button("Spara", type="primary")
st.expander("Mer").write("Select all")
st.table(pd.DataFrame({"Ort": ["Grums"], "Antal": [3]}).set_index("Ort"))
st.plotly_chart(go.Figure(go.Bar(x=[1, 2], y=[3, 4])), config={"displayModeBar": False}, alt="Två staplar")
