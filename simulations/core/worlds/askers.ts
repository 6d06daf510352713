/** Who asks: a few people make most of the requests. Half of the requests come from a quarter of the people. */
import type { Random } from "../random";

/** Person u of 0 … users − 1, drawn as ⌊users · U²⌋. */
export const drawPerson = (random: Random, users: number): number => Math.floor(users * random.uniform() ** 2);

/** Share of all requests that come from the busiest person: P(U² < 1/users). */
export const busiestShare = (users: number): number => users ** -0.5;
