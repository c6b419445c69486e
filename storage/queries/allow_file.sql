-- Which one file may a statement write, when a person exports an answer?
set allowed_paths = [$path]
