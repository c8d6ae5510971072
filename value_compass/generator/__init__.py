"""From files to site and book. Each room imports only from the rooms before it:

load, check, playbook, diagrams, pages, site and book, cli.
"""
