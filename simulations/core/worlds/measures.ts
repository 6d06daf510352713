/** How a model's error is named and given in each world. */

export const measures = {
  houses: {
    title: "Error on each month’s houses",
    unit: "thousand €",
    what: "root mean square",
    digits: 0,
    examples: "houses",
  },
  queries: {
    title: "Wrong answers on each month’s queries",
    unit: "%",
    what: "share misclassified",
    digits: 1,
    examples: "queries",
  },
  weather: {
    title: "Error on each month’s days",
    unit: "°C",
    what: "root mean square",
    digits: 1,
    examples: "days",
  },
} as const;

export const measureOf = ({ world }: { readonly world: keyof typeof measures }) => measures[world];
