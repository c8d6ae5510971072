"""Playbook to pages: address, title, finished HTML, headings, and the YAML file it came from.

Links between pages are written `entry:kind/id` or `page:address`; the site turns them into
addresses and the book into page numbers.
"""
