"""Documents to problems. Rules yield problems and never print; reporters print and never check."""
