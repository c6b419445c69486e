"""Behind quantities and timelines: from characters to figures and days, by tables and a small grammar."""
