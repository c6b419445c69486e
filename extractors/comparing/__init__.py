"""Behind changes: what stood before, what differs, whether it is news."""
