"""A plugin of MkDocs: an edition of a playbook inside a site that a company already has."""
