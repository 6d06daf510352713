/** The rules of engine-rules.ts in Python: a threshold for all, or one for each group, chosen on other applications. */
import { python } from "../ui/jupyter/python";

export const rulesInWords =
  "An application is accepted when its probability of repayment lies above a threshold. The rules that decide each group by itself are chosen on 6,000 other applications. *Parity* and *opportunity* look for the threshold that brings a group closest to what all together have. *Odds* wants two rates alike at once. No two thresholds give that, so the group that the model separates better has some of its decisions drawn by lot.";

export const rulesCode = python`
GRID = np.arange(1, 400) / 400


def rates_at(score, repaid):
    """Share accepted of all, of those who repay, of those who do not, at every threshold of the grid."""

    def above(scores):
        return (len(scores) - np.searchsorted(np.sort(scores), GRID, side="right")) / max(1, len(scores))

    return {"selected": above(score), "tpr": above(score[repaid]), "fpr": above(score[~repaid])}


def closest(values, aim):
    return int(np.argmin(np.abs(values - aim)))


def choose_rules(settings, score, repaid, group):
    """For each group: its threshold, the share decided by lot, and the chance that a lot accepts."""
    threshold, policy = settings["threshold"], settings["policy"]
    if policy == "one":
        return [(threshold, 0.0, 0.0)] * 2
    aim = {name: rates[closest(GRID, threshold)] for name, rates in rates_at(score, repaid).items()}
    own = [rates_at(score[group == g], repaid[group == g]) for g in (0, 1)]
    if policy in ("parity", "opportunity"):
        rate = "selected" if policy == "parity" else "tpr"
        return [(GRID[closest(rates[rate], aim[rate])], 0.0, 0.0) for rates in own]
    # Equal odds. Which group does the model separate less well?
    heights = [rates["tpr"][closest(rates["fpr"], 0.3)] for rates in own]
    worse = 0 if heights[0] < heights[1] else 1
    at = closest(own[worse]["selected"], aim["selected"])
    goal_tpr, goal_fpr = own[worse]["tpr"][at], own[worse]["fpr"][at]
    # On the line from a point of the better curve to the lot (chance, chance) lies the goal.
    chance = (goal_tpr + goal_fpr) / 2
    better = own[1 - worse]
    spread = better["tpr"] - better["fpr"]
    lot = np.where(spread > 0, np.clip(1 - (goal_tpr - goal_fpr) / np.maximum(spread, 1e-12), 0, 1), 0.0)
    missed_tpr = np.abs((1 - lot) * better["tpr"] + lot * chance - goal_tpr)
    missed_fpr = np.abs((1 - lot) * better["fpr"] + lot * chance - goal_fpr)
    place = int(np.argmin(np.maximum(missed_tpr, missed_fpr)))
    rules = [(GRID[at], 0.0, 0.0), (GRID[place], lot[place], chance)]
    return rules if worse == 0 else rules[::-1]


def decide(rng, rules, score, group):
    threshold, lot, chance = np.array(rules)[group].T
    drawn = rng.random(len(score)) < lot
    return np.where(drawn, rng.random(len(score)) < chance, score > threshold)`;
