"""What a sentence names: money, dates, places and people, programs, equipment, quantities. Each keeps its span."""
