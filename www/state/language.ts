// The language of the page and how it writes times: what belongs to who looks at the page, not to the clinic.

/** Languages in which every sentence is there. */
export const LANGUAGES = ["en-US", "es-US"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each as its speakers call it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { "en-US": "English", "es-US": "Español" };

/** How the page speaks and writes. */
export interface Formats {
  readonly language: Language;
  /** Hours of the clock. */
  readonly clock: 12 | 24;
}

export const FIRST_FORMATS: Formats = { language: "en-US", clock: 24 };

/** The first language that the reader prefers and the page speaks; English if there is none. */
export function preferred(languages: readonly string[]): Language {
  for (const wanted of languages) {
    const found = LANGUAGES.find((each) => each.slice(0, 2) === wanted.slice(0, 2).toLowerCase());
    if (found) return found;
  }
  return FIRST_FORMATS.language;
}
