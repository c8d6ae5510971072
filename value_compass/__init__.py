"""A playbook kept as data: models of what files say, the generator, and how it looks."""
