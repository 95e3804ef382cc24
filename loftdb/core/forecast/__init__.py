"""Forecasts: how likely a promise is to be kept, and the likely final number; only what is done speaks for them."""

from loftdb.core.forecast.rows import COLUMNS, LEAST_DONE, LEAST_SHARE, forecast
from loftdb.core.forecast.sums import dispersion

__all__ = ["COLUMNS", "LEAST_DONE", "LEAST_SHARE", "dispersion", "forecast"]
