/**
 * Erlang's formulas (1917) for c servers offered a load of a servers' worth of work.
 *
 *   B(c, a): chance of being turned away when nobody waits:  B(0) = 1,  B(k) = aB(k − 1)/(k + aB(k − 1))
 *   C(c, a): chance of having to wait when everybody does:   C = B/(1 − ρ(1 − B)),  ρ = a/c < 1
 *
 * @example erlangC(10, 9) // 0.668731524107697
 */
import { checkPositive, checkWholeNumber } from "../check";

/** @param servers c, at least 1  @param offeredLoad a = arrival rate · mean service time, above 0 */
export function erlangB(servers: number, offeredLoad: number): number {
  checkWholeNumber("servers", servers, 1);
  checkPositive("offeredLoad", offeredLoad);
  let blocking = 1;
  for (let k = 1; k <= servers; k++) blocking = (offeredLoad * blocking) / (k + offeredLoad * blocking);
  return blocking;
}

/** @throws RangeError when offeredLoad ≥ servers: the line then grows for ever. */
export function erlangC(servers: number, offeredLoad: number): number {
  const blocking = erlangB(servers, offeredLoad);
  const rho = offeredLoad / servers;
  if (rho >= 1) {
    throw new RangeError(`offeredLoad must be below servers = ${servers} for a steady state, got ${offeredLoad}`);
  }
  return blocking / (1 - rho * (1 - blocking));
}
