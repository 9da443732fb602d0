"""Pydantic models: what the API takes (parameters) and gives (records, problems)."""
