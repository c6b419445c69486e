-- Write everything from the log into the file.
checkpoint
