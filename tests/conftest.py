"""Property tests look for counterexamples, not for speed: that is measured by ``make bench``."""

from hypothesis import settings

settings.register_profile("loftdb", deadline=None)
settings.load_profile("loftdb")
