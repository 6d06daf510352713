/** What each simulation is called wherever it is named: its door, its shell, the contents, the run button, the command line. */
export const titles = {
  automation: "How much automation",
  "deployment-patterns": "Release desk",
  drift: "Drift injector",
  retraining: "Retraining race",
  serving: "Serving bench",
  skew: 'print("0")',
} as const;

export type SimulationName = keyof typeof titles;
