"""Every read: one module a record. Functions take a snapshot and give plain data; nothing here knows of HTTP."""
