/** Every term of the course that a reader may not know, in alphabetical order: `glossary/` is the only place for a definition. */
import { fromL } from "./glossary/from-l";
import { toK } from "./glossary/to-k";

export type { GlossaryEntry } from "./glossary/entry";

export const glossary = [...toK, ...fromL];
