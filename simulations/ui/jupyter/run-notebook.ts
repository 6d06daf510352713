/**
 * A run as a notebook: what all simulations' notebooks have in common. A simulation brings its world, model and judging as
 * cells which define `simulate(settings)` and `figures(result, settings)`, two dictionaries with a value for each replica: numbers, of
 * which the page shows medians, and shares of the replicas; round them stand the settings, the replicas with
 * their bands, the page's own numbers beside the notebook's, and a cell to change one thing in.
 */
import { type AnyValues, codeKnobs, type Knobs, valueText } from "../../runtime/knobs";
import { type Cell, code, linkTo, prose, verbatim } from "./cells";
import { comment, joined, literal, Python, type PythonValue, python, remark } from "./python";

/** What the page says of one number of a run, under the name it has in `figures`. */
export interface PageFigure {
  readonly name: string;
  readonly median: number;
  readonly p10: number;
  readonly p90: number;
  /** The smallest difference that the number can show, such as one judged example among 200. */
  readonly finest?: number;
  /** Standard error that all replicas have alike, such as that of a stock of clips which all of them use. */
  readonly shared?: number;
}

/** A share of the replicas: 0 or 1, or a part, for each of them. */
export interface PageShare {
  readonly name: string;
  readonly share: number;
}

export interface RunNotebook {
  readonly title: string;
  /** Where the page shows this run. */
  readonly link: string;
  readonly knobs: Knobs;
  readonly values: AnyValues;
  /** What the experiment asks, in a paragraph. */
  readonly about: string;
  /** World, model, judging. */
  readonly cells: readonly Cell[];
  /** Draws `result` with matplotlib, as `plt`. */
  readonly picture?: Python;
  readonly page: readonly PageFigure[];
  readonly shares?: readonly PageShare[];
  /** What to change first, and what is seen then. */
  readonly change: { readonly try: string; readonly settings: Readonly<Record<string, PythonValue>> };
  readonly reading: readonly string[];
}

export function runNotebook(notebook: RunNotebook): Cell[] {
  const { title, cells, picture, change, reading } = notebook;
  return [
    prose("about", opening(notebook)),
    code("settings", settings(notebook)),
    ...ownCode(notebook),
    ...cells,
    code("replicas", replicas(picture)),
    prose("comparing", comparing(title)),
    code("compare", comparison(notebook)),
    code("change", changed(change)),
    prose("reading", `## Further reading\n\n${reading.map((each) => `- ${each}`).join("\n")}`),
  ];
}

const opening = ({ title, link, about }: RunNotebook): string => `
# ${title}

${about}

This notebook is one run of an experiment of Driftlab, written again in Python with numpy. ${linkTo("Open this run on its page", link)}: the link holds its settings and its seed.

**What to expect.** The notebook computes what the page computes: the same world, the same model, the same rules. It draws its own random numbers, by a numpy \`Generator\` that starts from the page's seed. So its numbers agree with the page's within sampling error, not digit by digit. A cell near the end puts both side by side.

Run the cells from top to bottom. Nothing but numpy is needed; with matplotlib there is a picture as well. Code and text are under the Apache License 2.0, as Driftlab is.`;

/** What the reader wrote on the page, as it was written: JavaScript. */
const ownCode = ({ knobs, values }: RunNotebook): Cell[] =>
  codeKnobs(knobs)
    .filter((name) => values[name])
    .map((name) =>
      prose(
        `own-${name}`,
        `### ${knobs[name]!.label}, written on the page\n\nThis run had a contestant of the reader's own, in JavaScript. It is shown as it was written. It is not translated to Python and takes no part below.\n\n${verbatim(String(values[name]), "js")}`,
      ),
    );

function settings({ knobs, values }: RunNotebook): Python {
  const lines = Object.entries(knobs)
    .filter(([name, { kind }]) => name in values && ["number", "choice", "acts"].includes(kind))
    .map(([name, knob]) => {
      const meaning = remark(`${knob.label}: ${valueText(knob, values[name]!)}`);
      return `    ${literal(name)}: ${literal(values[name]!)},  ${meaning.source}`;
    });
  return python`
import numpy as np

# The settings of the page when the notebook was made.
SETTINGS = {
${new Python(lines.join("\n"))}
}


def band(values):
    """Median of the replicas, and the range that holds 80 of 100 of them."""
    low, median, high = np.quantile(values, [0.1, 0.5, 0.9])
    return median, low, high


def short(value):
    return f"{value:.0f}" if abs(value) >= 1000 else f"{value:.4g}"


def print_figures(numbers, shares):
    print(f"{'':52} {'median':>10}   80 of 100 replicas")
    for name, values in numbers.items():
        median, low, high = band(values)
        print(f"{name:52} {short(median):>10}   {short(low)} to {short(high)}")
    for name, values in shares.items():
        print(f"{name:52} {100 * np.mean(values):8.0f} %   (mean of the replicas)")`;
}

const replicas = (picture: Python | undefined): Python =>
  joined(
    [
      python`
# A replica is the whole experiment once, with different random data. All of them, and what they say together:
result = simulate(SETTINGS)
numbers, shares = figures(result, SETTINGS)
print_figures(numbers, shares)`,
      ...(picture
        ? [
            python`
def draw_picture(plt):
${indented(picture)}


try:
    import matplotlib.pyplot
except ImportError:
    print("With matplotlib installed, this cell also draws a picture.")
else:
    draw_picture(matplotlib.pyplot)`,
          ]
        : []),
    ],
    1,
  );

const indented = ({ source }: Python): Python => new Python(source.replace(/^(?=.)/gm, "    "));

const comparing = (title: string): string => `
## The page's numbers beside these

Below are the numbers that the page showed for this run of “${title}”. The page and this notebook drew different random data, so their medians differ a little. How far may chance move them apart? The standard error of a median follows from how widely the replicas are spread and from their number. *May differ by* is four standard errors of the difference, and more where replicas are few; chance alone hardly ever goes beyond that. A larger difference would mean that page and notebook do not compute the same.`;

function comparison({ page, shares = [] }: RunNotebook): Python {
  const numbers = Object.fromEntries(
    page.map(({ name, median, p10, p90, finest = 0, shared = 0 }) => [
      name,
      [median, p10, p90, finest, shared].map(rounded),
    ]),
  );
  const pageShares = Object.fromEntries(shares.map(({ name, share }) => [name, rounded(share)]));
  return python`
# Of each number: median, 10th and 90th percentile of the page's replicas, the smallest step it can take,
# and the standard error that all replicas have alike, because they share data.
PAGE = ${numbers}
# Shares of the page's replicas.
PAGE_SHARES = ${pageShares}

AGREES = {}


def compare(name, page, here, may_differ_by):
    AGREES[name] = bool(abs(page - here) <= may_differ_by)
    verdict = "agrees" if AGREES[name] else "DIFFERS"
    print(f"{name:52} {short(page):>10} {short(here):>10} {short(may_differ_by):>15}   {verdict}")


def compare_with_page():
    print(f"{'':52} {'page':>10} {'here':>10} {'may differ by':>15}")
    for name, (page_median, page_low, page_high, finest, shared) in PAGE.items():
        # Where too few replicas have the number, chance decides.
        if len(numbers.get(name, [])) < 5:
            continue
        median, low, high = band(numbers[name])
        n = len(numbers[name])
        # In a normal distribution, 80 of 100 values span 2.56 standard deviations,
        # and the median of n values has a standard error of 1.25 standard deviations / sqrt(n).
        spread = np.hypot(page_high - page_low, high - low) / 2.56
        # With few replicas the spread itself is uncertain: the limit is wider.
        limit = 4 * np.hypot(1.25 * spread / np.sqrt(n) * (1 + 5 / n), np.sqrt(2) * shared)
        compare(name, page_median, median, limit + finest)
    for name, page_share in PAGE_SHARES.items():
        n, here = len(shares[name]), np.mean(shares[name])
        p = (page_share + here) / 2
        compare(name, page_share, here, 4 * np.sqrt(2 * p * (1 - p) / n) + 1 / n)
    print(f"\n{sum(AGREES.values())} of {len(AGREES)} numbers agree within sampling error.")


if SETTINGS["replicas"] < 5:
    print("With fewer than five replicas there is nothing to compare: chance decides.")
else:
    compare_with_page()`;
}

const changed = ({ try: advice, settings }: RunNotebook["change"]): Python => python`
${comment(`Change this and run again. ${advice}`)}
change = ${settings}


def run_again(change):
    changed = {**SETTINGS, **change}
    new_numbers, new_shares = figures(simulate(changed), changed)
    print(f"{'':52} {'before':>10} {'after':>10}")
    for name, values in new_numbers.items():
        before = band(numbers[name])[0] if name in numbers else np.nan
        print(f"{name:52} {short(before):>10} {short(band(values)[0]):>10}")
    for name, values in new_shares.items():
        before = np.mean(shares[name]) if name in shares else np.nan
        print(f"{name:52} {100 * before:8.0f} % {100 * np.mean(values):8.0f} %")


run_again(change)`;

/** Six digits: more than a reader compares, and far finer than sampling error. */
const rounded = (value: number): number => Number(value.toPrecision(6));
