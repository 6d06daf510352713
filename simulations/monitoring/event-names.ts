/** What events and rules are called. */
import type { EventName } from "../core/worlds/service";
import type { Raced } from "./frames";

export const eventText: Readonly<Record<EventName, string>> = {
  load: "overload",
  leak: "memory leak",
  microphone: "microphone firmware",
  nulls: "missing clips",
  drift: "concept drift",
  holiday: "holiday",
};

export const ruleText: Readonly<Record<Raced, string>> = {
  own: "Your rule",
  always: "Alert always",
  never: "Alert never",
  "burn-rate": "Burn rate",
  "page-hinkley": "Page–Hinkley",
  ddm: "DDM",
  eddm: "EDDM",
  adwin: "ADWIN",
  kswin: "KSWIN",
  psi: "PSI above 0.25",
  ks: "KS test",
  yours: "Your code",
};
