-- How does every connection behave? Silent, in UTC, closed to other files, and no statement may change that.
set enable_progress_bar = false;
set timezone = 'UTC';
set enable_external_access = false;
set lock_configuration = true
