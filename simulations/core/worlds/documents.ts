/**
 * Queries and the sites that might answer them.
 *
 * A query has ten sites, each with five signals (about standard): how well the text matches, how many links lead there, how new
 * it is, how well the site's name matches, and how official the site looks: a high value where the site is called exactly as the
 * query. What people want depends on the kind of query (Broder 2002):
 *
 *   informational  grade 0, 1, 2 or 3 from  text + 0.6 links + 0.5 new + noise. In one query of eight a site is called exactly as
 *                  the query ("cheap flights"); that makes it no better.
 *   navigational   one site only, grade 3: the official one, called exactly as the query; the others 0, however good their text
 *
 * @example drawQueries(createRandom(1), { count: 4, navigationalShare: 0.5 }).queries // 4
 */
import { checkProbability, checkWholeNumber } from "../check";
import type { Random } from "../random";

export const signals = ["text", "links", "new", "name", "official"] as const;
export const signalCount = signals.length;
export const sitesAQuery = 10;

export interface Queries {
  readonly queries: number;
  /** [queries × 10 × 5] */
  readonly signals: Float64Array;
  /** [queries × 10]: 0 … 3 */
  readonly grades: Float64Array;
  /** 1 for a navigational query. */
  readonly navigational: Uint8Array;
}

/** Grades of informational queries: above these values of what people want. */
export const limits = [0.6, 1.4, 2.2];
/** Share of the informational queries with a site that looks official. */
export const lookalikeShare = 1 / 8;

export function drawQueries(
  random: Random,
  options: { readonly count: number; readonly navigationalShare: number },
): Queries {
  const { count, navigationalShare } = options;
  checkWholeNumber("count", count, 1);
  checkProbability("navigationalShare", navigationalShare);
  const all = random.normals(new Float64Array(count * sitesAQuery * (signalCount + 1)));
  const out = new Float64Array(count * sitesAQuery * signalCount);
  const grades = new Float64Array(count * sitesAQuery);
  const navigational = new Uint8Array(count);
  for (let q = 0; q < count; q++) {
    navigational[q] = Number(random.uniform() < navigationalShare);
    const chosen = random.integer(sitesAQuery);
    const looksOfficial = random.uniform() < lookalikeShare || navigational[q] === 1;
    const official = looksOfficial ? chosen : -1;
    for (let s = 0; s < sitesAQuery; s++) {
      const site = q * sitesAQuery + s;
      const drawn = all.subarray(site * (signalCount + 1), (site + 1) * (signalCount + 1));
      const own = out.subarray(site * signalCount, (site + 1) * signalCount);
      own.set(drawn.subarray(0, signalCount));
      own[4] = (s === official ? 2 : 0) + 0.1 * drawn[4]!;
      // #region excerpt: grade
      if (navigational[q]) {
        if (s === official) own[3] = 1 + drawn[3]!;
        grades[site] = s === official ? 3 : 0;
      } else {
        const wanted = own[0]! + 0.6 * own[1]! + 0.5 * own[2]! + 0.4 * drawn[5]!;
        grades[site] = limits.filter((limit) => wanted > limit).length;
      }
      // #endregion
    }
  }
  return { queries: count, signals: out, grades, navigational };
}
