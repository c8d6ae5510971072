"""Changes to a playbook's files that keep every comment, quote and line that they need not change."""
