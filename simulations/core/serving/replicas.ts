/**
 * How many instances run each version when there is no router that can weigh: the share is only as fine as the fleet.
 *
 *   options: canary = ⌊w n⌋ or ⌈w n⌉ of n instances, or of n + 1 when one extra may be started;
 *   the option whose share lies nearest to w wins, earlier options on equal distance
 *
 * Between 1 and 99 % a fleet of two or more keeps at least one of each version. Source: Argo Rollouts,
 * utils/replicaset/canary.go (2026). As there, a half that falls exactly between two counts rounds up, and where that
 * would leave no old instance the new version gets none at all (n = 5, 90 %).
 *
 * @example approximateWeight(10, 0, 5) // { canary: 1, stable: 9 }
 */
import { checkBetween, checkWholeNumber } from "../check";

export interface ReplicaCounts {
  readonly canary: number;
  readonly stable: number;
}

/** `maxSurge`: instances allowed above `replicas` (any above 0 means one). `weight` in percent, a whole number. */
export function approximateWeight(replicas: number, maxSurge: number, weight: number): ReplicaCounts {
  checkWholeNumber("replicas", replicas);
  checkWholeNumber("maxSurge", maxSurge);
  checkBetween("weight", weight, 0, 100);
  checkWholeNumber("weight", weight);
  if (replicas === 0) return { canary: 0, stable: 0 };
  const up = Math.ceil((replicas * weight) / 100);
  const down = Math.floor((replicas * weight) / 100);
  const mayBeNone = weight === 0 || weight === 100 || (replicas === 1 && maxSurge === 0);
  const mayRoundDown = down > 0 || mayBeNone;
  const options: { canary: number; total: number }[] = [];
  if (up < replicas || mayBeNone) options.push({ canary: up, total: replicas });
  if (mayRoundDown && !isHalfway(replicas, weight)) options.push({ canary: down, total: replicas });
  if (maxSurge > 0) {
    options.push({ canary: up, total: replicas + 1 });
    if (mayRoundDown && !isHalfway(replicas + 1, weight)) options.push({ canary: down, total: replicas + 1 });
  }
  const distance = ({ canary, total }: { canary: number; total: number }) => Math.abs((canary * 100) / total - weight);
  const first = options[0];
  if (!first) return { canary: 0, stable: replicas };
  const best = options.reduce((a, b) => (distance(b) < distance(a) ? b : a), first);
  return { canary: best.canary, stable: best.total - best.canary };
}

function isHalfway(total: number, weight: number): boolean {
  return (total * (weight / 100)) % 1 === 0.5;
}
