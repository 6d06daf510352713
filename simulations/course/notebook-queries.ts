/** The search queries of core/worlds/queries.ts in Python, with its own constants. */
import { actor, actorRadius, clusters, labelNoise, pivot } from "../core/worlds/queries";
import { turnPerStrength } from "../core/worlds/strength";
import { python } from "../ui/jupyter/python";

export const queriesInWords = `Synthetic search queries on a plane of two topic scores, in three clusters. A curved boundary separates queries that want news from queries that want an article; ${100 * labelNoise} % of the labels are wrong. The change rotates the boundary by ${turnPerStrength} radians per unit of strength: the same query now means something else.`;

export const queriesCode = python`
# Centre and standard deviation of each cluster of queries.
CLUSTERS = np.array(${clusters.map(({ x, y, sd }) => [x, y, sd])})
# A film star: a narrow cluster where everybody wants the article.
STAR = np.array(${[actor.x, actor.y, actor.sd]})
STAR_RADIUS = ${actorRadius}
PIVOT = np.array(${[pivot.x, pivot.y]})
LABEL_NOISE = ${labelNoise}


def draw_queries(rng, count, star_share=0.0):
    """Topic scores, one row a query."""
    about_star = rng.random(count) < star_share
    chosen = np.where(about_star[:, None], STAR, CLUSTERS[rng.integers(0, len(CLUSTERS), count)])
    return chosen[:, :2] + chosen[:, 2:] * rng.normal(size=(count, 2))


def wants_news(x, change):
    """The right answer; change is strength times level."""
    angle = ${turnPerStrength} * np.broadcast_to(change, len(x))
    dx, dy = (x - PIVOT).T
    turned_x = PIVOT[0] + np.cos(angle) * dx + np.sin(angle) * dy
    turned_y = PIVOT[1] - np.sin(angle) * dx + np.cos(angle) * dy
    near_star = np.sum((x - STAR[:2]) ** 2, axis=1) < STAR_RADIUS**2
    return (0.8 * turned_x + turned_y - 0.25 * turned_x**2 + 0.2 > 0) & ~near_star


def label_queries(rng, x, change):
    flipped = rng.random(len(x)) < LABEL_NOISE
    return (wants_news(x, change) != flipped).astype(float)


def quadratic_features(x):
    """x, y, x², xy, y², so that a linear boundary in them is a curved one on the plane."""
    a, b = x.T
    return np.column_stack([a, b, a * a - 1, a * b, b * b - 1])`;
