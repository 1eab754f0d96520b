"""Where next: hopes, destinations, hand-overs, staying well, the way back, ending support, and whether it landed."""
