/** What the serving bench yields: one frame for each of 24 equal parts of the period. */
import type { Frame } from "../runtime/simulation";

/** "Real time" in the software checklist: an answer within this many ms. */
export const limitMs = 100;

/** Parts of the period; with daily traffic one is an hour. */
export const periodParts = 24;

/** Which part it is whose end is the moment shown, 0 the first. */
export const partAt = (moment: number): number => Math.min(periodParts, Math.max(1, Math.floor(moment))) - 1;

/** The outage begins at this share of the period. */
export const outageFrom = 0.4;

/** Latency bins: ten to a factor of ten, from 0.1 ms up; the last bin is open. */
export const latencyBins = 70;

/** Lower edge of a latency bin in ms. */
export const binFromMs = (bin: number): number => 0.1 * 10 ** (bin / 10);

/** A p-value up to this counts as drift found. */
export const driftLevel = 0.05;

/** Inputs of training with which the logged ones are compared. */
export const trainingRows = 2000;

/** All arrays have one figure per replica of the range, in the last dimension. −1 stands for "none yet". */
export interface ServingFrame extends Frame {
  /** 0 … 23. "So far" means up to the end of this part, counted by when requests arrived. */
  readonly moment: number;
  /** The part in seconds since the period began, at the average rate. */
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** Requests so far: answered, rejected because the queue was full, lost because the connection was out. */
  readonly answered: Float32Array;
  readonly rejected: Float32Array;
  readonly lost: Float32Array;
  /** Of the answered so far, from sending the request to having the answer. */
  readonly meanMs: Float32Array;
  readonly p50Ms: Float32Array;
  readonly p95Ms: Float32Array;
  readonly p99Ms: Float32Array;
  /** Of those that arrived in this part. */
  readonly partP50Ms: Float32Array;
  readonly partP99Ms: Float32Array;
  /** Answered requests so far by latency, [latencyBins, replica]. */
  readonly histogram: Float32Array;
  /** Share of the servers' time spent working: in this part, and so far. */
  readonly partUtilisation: Float32Array;
  readonly utilisation: Float32Array;
  /** Answers given so far, a second. */
  readonly throughput: Float32Array;
  /** Requests waiting or being served when this part ends. */
  readonly inSystem: Float32Array;
  /** € for a million answers so far; −1 when there are none. */
  readonly costPerMillion: Float32Array;
  /** Rows in the log so far. */
  readonly logRows: Float32Array;
  /** p-value of the test whether the logged input differs from training's, and of the same test on undrifted rows; 1 without rows. */
  readonly driftP: Float32Array;
  readonly calmP: Float32Array;
  /** Share of all people who can be told from the log so far: named in it, or the only one with their age, region and device. */
  readonly namedShare: Float32Array;
  readonly singledOutShare: Float32Array;
  /** Work that arrives over what the servers (or the busiest person's device) can do. */
  readonly offeredLoad: number;
  /** No limit on the queue and a load of at least 1: there is no steady state, every figure depends on how long it has run. */
  readonly unstable: boolean;
}
