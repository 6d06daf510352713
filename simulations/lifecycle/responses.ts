/** The three responses to a new condition, as they are named and drawn. */
import type { Option } from "../ui/results/verdict";
import { type ResponseName, responseNames } from "./frames";

const responses: Readonly<Record<ResponseName, Omit<Option, "id">>> = {
  nothing: { label: "Nothing", role: "grey" },
  model: { label: "Back to modelling", role: "amber" },
  data: { label: "Back to data", role: "blue" },
};

export const responseOptions: readonly (Option & { readonly id: ResponseName })[] = responseNames.map((id) => ({
  id,
  ...responses[id],
}));
