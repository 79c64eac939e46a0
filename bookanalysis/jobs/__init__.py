"""What the workers do; each job is a plain function of ids, and runs twice safely."""
