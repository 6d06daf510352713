/** The three responses to a new condition, as they are named and drawn. */
import type { Option } from "../ui/results/verdict";
import { type ResponseName, responseNames } from "./frames";
import type { LifecycleValues } from "./knobs";

const responses: Readonly<Record<ResponseName, Omit<Option, "id">>> = {
  nothing: { label: "Nothing", role: "grey" },
  model: { label: "Back to modelling", role: "amber" },
  data: { label: "Back to data", role: "blue" },
};

export const responseOptions: readonly (Option & { readonly id: ResponseName })[] = responseNames.map((id) => ({
  id,
  ...responses[id],
}));

/** Whether a new place arrives in the year. */
export const changes = ({ newCondition }: Pick<LifecycleValues, "newCondition">): boolean => newCondition !== "none";

/** What the team does: without a new place there is nothing to respond to. */
export const responseOf = (values: Pick<LifecycleValues, "newCondition" | "response">): ResponseName =>
  changes(values) ? values.response : "nothing";
