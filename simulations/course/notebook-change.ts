/** When and how a world changes, in Python: core/worlds/schedule.ts. */
import { gradualWidthMonths, incrementalSteps, recurringMonths } from "../core/worlds/schedule";
import { python } from "../ui/jupyter/python";

export const changeInWords = `The change follows a schedule. *Sudden*: at once, in month \`onset\`. *Gradual*: each example comes from the new world with a probability that rises along an S-shaped curve. *Incremental*: the world itself moves, in ${incrementalSteps} monthly steps. *Recurring*: ${recurringMonths} months new, ${recurringMonths} months old, and so on.`;

export const changeCode = python`
def drift_at(shape, month, onset):
    """How far the world has moved (0: old, 1: new), and whether examples of both worlds are mixed."""
    since = month - onset
    if shape == "sudden":
        return float(since >= 0), False
    if shape == "gradual":
        return 1 / (1 + np.exp(-4 * (since - 4) / ${gradualWidthMonths})), True
    if shape == "incremental":
        return float(np.clip((since + 1) / ${incrementalSteps}, 0, 1)), False
    if shape == "recurring":
        return float(since >= 0 and (since // ${recurringMonths}) % 2 == 0), False
    return 0.0, False


def draw_levels(rng, level, mixed, count):
    """The level of each example of a month."""
    if mixed:
        return (rng.random(count) < level).astype(float)
    return np.full(count, level)`;
