"""What is sent by e-mail, in both languages, and how it goes out."""
