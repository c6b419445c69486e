"""The optional second reader: what a model is asked, and how its answer is checked."""
