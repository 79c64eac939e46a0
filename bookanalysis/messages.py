"""What the API and the sockets say when all is well; errors.py holds what they say when it is not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence in both languages; `{name}` fields are filled in by `filled`."""

    en: str
    ar: str

    def filled(self, **values: object) -> dict[str, str]:
        return {"en": self.en.format(**values), "ar": self.ar.format(**values)}


# Sent over the sockets
PROCESSING_STARTED = Message("We began to read your book.", "بدأنا قراءة كتابك.")
PROGRESS = Message(
    "{chunk_num} of {num_of_chunks} parts of your book are read.",
    "قرأنا {chunk_num} من أصل {num_of_chunks} من أجزاء كتابك.",
)
VALIDATION_COMPLETED = Message(
    "Your book passed our checks: it can be analysed.", "اجتاز كتابك الفحص، ويمكن تحليله."
)
BOOK_NAMED = Message("We found the book's title and author.", "تعرّفنا على عنوان الكتاب ومؤلفه.")
PREPROCESSING_COMPLETED = Message(
    "The text is ready, in {num_of_chunks} parts.", "صار النص جاهزًا، وعدد أجزائه {num_of_chunks}."
)
CHARACTERS_EXTRACTED = Message(
    "Part {chunk_num} of {num_of_chunks} is read; the characters are up to date.",
    "قرأنا الجزء {chunk_num} من {num_of_chunks} وحدّثنا الشخصيات.",
)
PROCESSING_COMPLETED = Message("Your book is analysed.", "اكتمل تحليل كتابك.")
PROCESSING_FAILED = Message(
    "We could not analyse your book. Please try again.", "تعذّر تحليل كتابك. حاول مرة أخرى."
)
JOB_CANCELLED = Message("The analysis of your book was cancelled.", "أُلغي تحليل كتابك.")
