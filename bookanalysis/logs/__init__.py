"""What every process notes while it runs, and how; importing it loads nothing."""
