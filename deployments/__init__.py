"""What it takes to run dealdrift: example configuration, schedules, service unit, image, and a demo."""
