/** Seeds that claims are checked on. CLAIM_SEEDS="11,12,13" gives others; no claim may depend on which. */
import { createRandom } from "@/simulations/core/random";

/** @throws RangeError when the variable is set but holds something else than whole numbers */
export function claimSeeds(count = 5): number[] {
  const given = process.env.CLAIM_SEEDS;
  if (!given) {
    const random = createRandom(20_260_101, "claims");
    return Array.from({ length: count }, () => random.integer(1_000_000));
  }
  return given.split(",").map((text) => {
    const seed = Number(text);
    if (text.trim() === "" || !Number.isInteger(seed) || seed < 0 || seed > 999_999)
      throw new RangeError(`CLAIM_SEEDS must be whole numbers from 0 to 999999 with commas between, got ${text}`);
    return seed;
  });
}
