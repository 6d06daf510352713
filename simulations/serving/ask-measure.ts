/** Trains the bench's real model where it is asked to, and times it there: no two answers are the same. */
import type { Ask } from "../runtime/asks";
import { type Timing, timeModel } from "../runtime/timing";
import { trainServedModel } from "./engine-model";

export const measure: Ask<undefined, Timing> = (_, { now, breathe }) => timeModel(trainServedModel(), now, breathe);
