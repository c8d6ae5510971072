"""Only what passed the check becomes a playbook: frozen entries, references resolved, both ends of
every relation known.
"""
