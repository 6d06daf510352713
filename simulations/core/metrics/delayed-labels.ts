/**
 * Prequential evaluation when labels come late (Grzenda, Gomes and Bifet 2020).
 *
 * With delay d the label of sample i is revealed just before question t as soon as i + d ≤ t, and never before the model was
 * asked about i; so delays 0 and 1 are the same. Questions asked before the model knows any label stay unanswered and are
 * not scored.
 *
 * @example delayedPrequential([0, 0, 1], noChangeModel(), 1).predictions // [undefined, 0, 0]
 */
import { checkWholeNumber } from "../check";

/** Learns labels one by one and predicts the next one; undefined while it cannot. */
export interface LabelModel<T> {
  learn(label: T): void;
  predict(): T | undefined;
}

/** Repeats the last label it has seen. */
export function noChangeModel<T>(): LabelModel<T> {
  let last: T | undefined;
  return {
    learn: (label) => {
      last = label;
    },
    predict: () => last,
  };
}

/** The most frequent label so far; of equally frequent ones the one seen first. */
export function majorityModel<T>(): LabelModel<T> {
  const counts = new Map<T, number>();
  return {
    learn: (label) => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
    },
    predict: () => {
      let best: T | undefined;
      let most = 0;
      for (const [label, count] of counts) {
        if (count > most) {
          best = label;
          most = count;
        }
      }
      return best;
    },
  };
}

export interface DelayedPrequential<T> {
  predictions: (T | undefined)[];
  /** Answered questions. */
  scored: number;
  unpredicted: number;
  /** Share of right answers among the scored; NaN when none was. */
  accuracy: number;
}

/** @param delay whole number of questions, at least 0 */
export function delayedPrequential<T>(
  labels: ArrayLike<T>,
  model: LabelModel<T>,
  delay: number,
): DelayedPrequential<T> {
  checkWholeNumber("delay", delay);
  const predictions: (T | undefined)[] = [];
  let revealed = 0;
  let scored = 0;
  let right = 0;
  for (let t = 0; t < labels.length; t++) {
    while (revealed < t && revealed + delay <= t) model.learn(labels[revealed++]!);
    const prediction = model.predict();
    predictions.push(prediction);
    if (prediction === undefined) continue;
    scored++;
    if (prediction === labels[t]) right++;
  }
  const accuracy = scored === 0 ? Number.NaN : right / scored;
  return { predictions, scored, unpredicted: labels.length - scored, accuracy };
}
