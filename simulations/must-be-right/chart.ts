import type { Chart } from "../ui/chart/model";
export const charts = (): Chart[] => [];
