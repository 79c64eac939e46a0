/** A name as one looks for it: without vowel marks, and with letters that are often mixed up as one. */
export function foldedArabic(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u0610-\u061a\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .toLowerCase()
    .trim()
}
