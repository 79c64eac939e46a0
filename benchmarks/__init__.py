"""What is measured on texts that are not part of the project."""
