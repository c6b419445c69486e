"""Behind parties, status and facts: from sentences to who does what, and what a figure is of."""
