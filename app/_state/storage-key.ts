export const STORAGE_KEY = "driftlab.notebook";
