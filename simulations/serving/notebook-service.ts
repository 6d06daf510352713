/** The service in Python: arrivals, the queue with its servers, batches, limit and outage, and devices of one's own. */
import { DAY_SWING, PEAK_HOUR } from "../core/worlds/traffic";
import { python } from "../ui/jupyter/python";
import { outageFrom } from "./frames";

export const arrivalsCode = python`
def offered_load(settings):
    """Work that arrives over what the servers can do; of own devices, the busiest person's."""
    alone, base, per_item = service_times(settings)
    rate = settings["qps"] / 1000
    if settings["place"] == "device":
        return rate * settings["users"] ** -0.5 * alone
    size = settings["batch"]
    return rate * (base + per_item * size) / size / settings["servers"]


def service_times(settings):
    """In ms: of a request that comes alone, and its two parts, once a batch and once a request."""
    alone = settings["serviceMs"] * (1 if settings["place"] == "cloud" else settings["edgeFactor"])
    per_item = alone * (1 - settings["setupShare"] / 100)
    return alone, alone - per_item, per_item


def draw_arrivals(rng, settings):
    """Arrival times in ms, how many of them come before the period, and its beginning and end."""
    requests, rate = settings["requests"], settings["qps"] / 1000
    if settings["arrivals"] == "day":
        # A day at high speed. Candidates come at the highest rate; each is kept with the chance rate / highest.
        period = requests / rate
        highest = 1 + ${DAY_SWING}
        times = np.sort(rng.uniform(0, period, rng.poisson(requests * highest)))
        now = 1 + ${DAY_SWING} * np.cos(2 * np.pi * (24 * times / period - ${PEAK_HOUR}) / 24)
        return times[rng.random(len(times)) * highest < now], 0, 0.0, period
    unstable = offered_load(settings) >= 1 and (settings["queueLimit"] == 0 or settings["place"] == "device")
    # The service has been running for a while, so that the period shows the steady state, if there is one.
    first = 0 if unstable else 2000 + int(np.ceil(requests / 10))
    times = np.cumsum(rng.exponential(1 / rate, first + requests))
    return times, first, times[first - 1] if first else 0.0, times[-1]`;

export const queueCode = python`
from collections import deque

ANSWERED, REJECTED, LOST = 0, 1, 2


def serve(arrivals, factors, settings, outage):
    """Start, end and outcome of every request, and its batch. The server that has been free longest takes the next batch."""
    _, base, per_item = service_times(settings)
    servers, size, limit = settings["servers"], settings["batch"], settings["queueLimit"] or np.inf
    patience = settings["batchWaitMs"] if size > 1 else 0
    down_from, down_to = outage
    n = len(arrivals)
    arrivals, factors = arrivals.tolist(), factors.tolist()
    start, end, outcome, batch_of = [np.nan] * n, [np.nan] * n, [ANSWERED] * n, [-1] * n
    free_at, in_service = [0.0] * servers, [0] * servers
    waiting = deque()
    arrived = batches = 0

    def admit(i):
        time = arrivals[i]
        if down_from <= time < down_to:
            outcome[i], end[i] = LOST, time
        elif len(waiting) + sum(k for k, free in zip(in_service, free_at) if free > time) >= limit:
            outcome[i] = REJECTED
        else:
            waiting.append(i)

    def start_time(free):
        ready = arrivals[waiting[0]] + patience
        if len(waiting) >= size:
            ready = min(ready, arrivals[waiting[size - 1]])
        time = max(free, ready)
        return down_to if down_from <= time < down_to else time

    while True:
        while not waiting and arrived < n:
            admit(arrived)
            arrived += 1
        if not waiting:
            return np.array(start), np.array(end), np.array(outcome), np.array(batch_of)
        server = free_at.index(min(free_at))
        begin = start_time(free_at[server])
        while arrived < n and arrivals[arrived] <= begin:
            admit(arrived)
            arrived += 1
            if len(waiting) == size:
                begin = start_time(free_at[server])
        taken = [waiting.popleft() for _ in range(min(size, len(waiting)))]
        done = begin + (base + per_item * len(taken)) * factors[taken[0]]
        free, fails = done, begin < down_from < done
        if fails:
            done, free = down_from, down_to
        for i in taken:
            start[i], end[i], batch_of[i] = begin, done, batches
            if fails:
                outcome[i] = LOST
        batches += 1
        free_at[server], in_service[server] = free, len(taken)


def serve_on_devices(rng, arrivals, factors, settings):
    """Every user's own device: a request waits only behind earlier requests of the same user."""
    alone, _, _ = service_times(settings)
    owners = (settings["users"] * rng.random(len(arrivals)) ** 2).astype(int)
    free_at = np.zeros(settings["users"]).tolist()
    start, end = [], []
    for time, factor, owner in zip(arrivals.tolist(), factors.tolist(), owners.tolist()):
        begin = max(time, free_at[owner])
        free_at[owner] = begin + alone * factor
        start.append(begin)
        end.append(free_at[owner])
    n = len(arrivals)
    return np.array(start), np.array(end), np.full(n, ANSWERED), np.arange(n)


def outage_of(settings, begin, end):
    if settings["place"] != "cloud" or settings["outageShare"] == 0:
        return np.inf, np.inf
    at = begin + ${outageFrom} * (end - begin)
    return at, at + settings["outageShare"] * (end - begin)`;
