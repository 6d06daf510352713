/** Objects as YAML, to be copied. Loaded when somebody asks for it. */
import { stringify } from "yaml";

/** One document an object, without anchors: each part can be read, copied and changed by itself. */
export const yamlOf = (objects: readonly object[]): string =>
  objects.map((object) => stringify(object, { aliasDuplicateObjects: false })).join("---\n");
