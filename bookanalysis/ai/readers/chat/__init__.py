"""A chat model as a reader: Gemini, or any other that LangChain can talk to."""
