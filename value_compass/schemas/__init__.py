"""What a file of the playbook may say: pydantic models, one module a family of kinds."""
