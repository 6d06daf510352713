/** One term of the glossary. */
export interface GlossaryEntry {
  /** Kebab-case; `<Term id>` in a lesson and the entry's address on the glossary page. */
  readonly id: string;
  readonly term: string;
  /** One or two plain sentences. */
  readonly definition: string;
}
