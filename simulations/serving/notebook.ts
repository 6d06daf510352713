/** The serving bench as a Jupyter notebook: a discrete-event queue, its latency, and what its log tells. */
import { type Cell, code, prose } from "../ui/jupyter/cells";
import { type Python, python } from "../ui/jupyter/python";
import { type PageFigure, runNotebook } from "../ui/jupyter/run-notebook";
import { knobs } from "./knobs";
import { logCode, names, periodCode } from "./notebook-measures";
import { arrivalsCode, queueCode } from "./notebook-service";
import type { ServingResults } from "./results";

const pictureCode: Python = python`
shown = [${names.p50Ms}, ${names.p95Ms}, ${names.p99Ms}]
for i, name in enumerate(shown):
    median, low, high = band(numbers[name])
    plt.plot([low, high], [i, i], color="C0")
    plt.plot(median, i, "o", color="C0")
plt.yticks(range(len(shown)), shown)
plt.xlabel("ms")
plt.tight_layout()
plt.show()`;

function pageFigures({ end, summary }: ServingResults): PageFigure[] {
  const figure = (name: keyof typeof names, ...[of]: Parameters<typeof end.band>): PageFigure[] => {
    const { low, middle, high } = end.band(of);
    return Number.isNaN(middle) ? [] : [{ name: names[name], median: middle, p10: low, p90: high }];
  };
  return [
    // A queue that grows for ever has no latency: the page does not give one.
    ...(summary.unstable ? [] : (["p50Ms", "p95Ms", "p99Ms", "meanMs"] as const).flatMap((name) => figure(name, name))),
    ...figure("utilisation", "utilisation"),
    ...figure("throughput", "throughput"),
    ...figure("droppedShare", "unanswered"),
    ...figure("costPerMillion", "costPerMillion"),
    ...figure("rows", "logRows"),
    ...figure("namedShare", "namedShare"),
    ...figure("singledOutShare", "singledOutShare"),
  ].map((each) => ({ ...each, finest: 1e-4 * Math.abs(each.median) }));
}

export function notebookOf(results: ServingResults, link: string): Cell[] {
  const { values, summary } = results;
  const { closedForm, unstable, offeredLoad, logging } = summary;
  const theory = closedForm
    ? ` Queueing theory knows the mean latency here (${closedForm.name}): ${Number(closedForm.meanMs.toPrecision(4))} ms.`
    : "";
  const growing = unstable
    ? ` More work arrives than can be done (${Math.round(100 * offeredLoad)} %), so the queue grows for as long as it runs, and the page gives no latency.`
    : "";
  return runNotebook({
    title: "Serving bench",
    link,
    knobs,
    values,
    about:
      "Requests arrive at random moments at a service that answers with a model. How long do 99 of 100 of them wait, what does an answer cost, and what can be read from the service's log?",
    cells: [
      prose(
        "requests",
        "## The requests\n\nRequests arrive as a Poisson process: the gaps between them are exponential. On a *day*, the rate rises and falls. A request that comes alone needs a certain time; a part of it is set-up, which a batch needs only once. Before the period begins, the service has been running for a while.",
      ),
      code("requests-code", arrivalsCode),
      prose(
        "service",
        `## The service\n\nA discrete-event simulation: it goes from one event to the next. Requests wait in one queue, first come first served. A free server takes a batch as soon as it is full, or its first request has waited as long as the timer says. A request is rejected when the queue is full, and lost when the connection is down. On devices of their own, users wait only for themselves.${theory}${growing}`,
      ),
      code("service-code", queueCode),
      prose(
        "log",
        "## The log\n\nA share of the requests leaves a row. A raw row holds the user's name, age, region, device and the input; a hashed row holds a hash of each. Two questions: does a test on the logged inputs show that their mean has moved since training, and whom does the log give away? A person is *singled out* when nobody else has the same age, region and device.",
      ),
      code("log-code", logCode),
      code("period-code", periodCode),
    ],
    picture: pictureCode,
    page: pageFigures(results),
    shares: [
      { name: names.driftPower, share: logging.driftPower },
      { name: names.falseAlarmShare, share: logging.falseAlarmShare },
    ],
    change: {
      try: "What does a second server change, or a larger batch? Change a setting, run the cell, and compare p50 with p99.",
      settings:
        values.place === "device"
          ? { edgeFactor: Math.min(20, 2 * values.edgeFactor) }
          : { servers: values.servers + 1 },
    },
    reading: [
      "Kendall, D. G. (1953). [Stochastic processes occurring in the theory of queues.](https://doi.org/10.1214/aoms/1177728975) The Annals of Mathematical Statistics 24.",
      "Dean, J., Barroso, L. A. (2013). [The tail at scale.](https://doi.org/10.1145/2408776.2408794) Communications of the ACM 56(2).",
      "Sweeney, L. (2002). [k-anonymity: a model for protecting privacy.](https://doi.org/10.1142/S0218488502001648) International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 10(5).",
    ],
  });
}
