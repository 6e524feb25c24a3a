"""The figures of a briefing by themselves: painted large, copied, saved."""
