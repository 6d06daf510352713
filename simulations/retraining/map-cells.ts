/** The cells of the map: strengths across, new examples a month upwards, and how many replicas each cell runs. */
export const mapStrengths = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4];
/** From top to bottom. */
export const mapExamples = [80, 56, 40, 28, 20, 14, 10, 7, 5];
/** Enough to show a clear lead (13 to 3 or more), and the map is there in seconds. */
export const replicasPerCell = 16;
