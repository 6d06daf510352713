/** What is fixed in every year: how fast people repair, how often models are made anew, and what a simulated request stands for. */

/** Days from noticing a fault until it is repaired. */
export const repairDays = 2;
export const retrainEvery = 14;
/** Each simulated request stands for so many. */
export const standsFor = 100;
