/** `npx tsx test/boundaries/write-table.ts` puts the table of rooms into ARCHITECTURE.md. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tableOfRooms } from "./rules";

const page = join(import.meta.dirname, "../../ARCHITECTURE.md");
const written = readFileSync(page, "utf8").replace(/(?<=\n## Rooms\n\n)(\|.*\n)+/, `${tableOfRooms()}\n`);
writeFileSync(page, written);
