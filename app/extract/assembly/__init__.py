"""From what sentences name to mentions: packages with their values and parties, items, notes, statements."""
