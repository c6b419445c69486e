"""Behind feeds and articles: from bytes to characters, dates and texts."""
