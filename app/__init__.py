"""aidledger: announcements of security assistance as records, each fact tied to the words it was read from."""
