"""Behind deals: which names and signs make two reports speak of one deal."""
