/** What is fixed in every run: the calendar, the examples, the price of being wrong, and how the trigger works. */

/** Months that a forecast is used for. */
export const months = 48;
/** Months of examples before the first model is made, so that any label delay leaves some. */
export const monthsBefore = 8;
/** Labelled examples a month; a model learns from those of the newest labelled month. */
export const examples = 100;
/** Examples a month on which every model is judged. */
export const judged = 100;
/** Thousand € a month for each unit of mean squared distance between forecast and expected demand. */
export const pricePerUnit = 10;
export const longestInterval = 24;

export const policyNames = ["never", "schedule", "trigger", "hand", "optimum"] as const;
export type PolicyName = (typeof policyNames)[number];
