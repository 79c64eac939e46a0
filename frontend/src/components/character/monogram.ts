// How a character is drawn where there is no picture: a letter and a hue that follow from the name.
const ARTICLE = /^ال(?=\p{L}{2})/u
const HUES = [4, 28, 52, 96, 150, 184, 212, 248, 286, 328]

/** The name's first letter, without the article; of an empty name nothing. */
export function initialOf(name: string): string {
  const letters = name.replace(/^\P{L}+/u, '').replace(ARTICLE, '')
  return (Array.from(letters)[0] ?? '').toUpperCase()
}

/** A hue in degrees: the same for the same name, wherever it is drawn. */
export function hueOf(name: string): number {
  const sum = Array.from(name).reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7)
  return HUES[sum % HUES.length] ?? 0
}
