/**
 * A router that splits traffic between an old and a new version by hashing the user's id.
 *
 *   bucket(id) = 100 · hash(salt, id) / 2³²;  the new version answers when bucket < weight (percent)
 *
 * The bucket never changes, so a user stays on the version they got: raising the weight only moves users from old to
 * new, lowering it only moves them back. Another salt deals the users afresh, so that one release's first users are not
 * the next one's too. Source: consistent bucketing as in Tang et al. (2010), Overlapping experiment infrastructure.
 *
 * @example routesToNew(bucketOf(42, "release-7"), 100) // true
 */
import { checkBetween } from "../check";
import { hashName, hashNames } from "../random";

const placeOf = (hash: number): number => ((hash >>> 0) / 2 ** 32) * 100;

/** The user's place in 0 … below 100, in percent. */
export const bucketOf = (id: number | string, salt: string): number => placeOf(hashName("router", salt, id));

/** The same for many users of one release. */
export function bucketsBy(salt: string): (id: number | string) => number {
  const hash = hashNames("router", salt);
  return (id) => placeOf(hash(id));
}

/** Places of many users, [ids]; each distinct whole number is hashed once. */
export function bucketsOf(ids: ArrayLike<number>, salt: string): Float64Array {
  const known = new Map<number, number>();
  const bucketOf = bucketsBy(salt);
  const buckets = new Float64Array(ids.length);
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    let bucket = known.get(id);
    if (bucket === undefined) {
      bucket = bucketOf(id);
      known.set(id, bucket);
    }
    buckets[i] = bucket;
  }
  return buckets;
}

/** Whether the new version answers. `weight` in percent. @throws RangeError when weight is outside 0–100. */
export function routesToNew(bucket: number, weight: number): boolean {
  checkBetween("weight", weight, 0, 100);
  return bucket < weight;
}
