/** Runs a notebook's code, as one program. */
import { spawnSync } from "node:child_process";

/** What a program prints. One thread: these tests share the machine. @throws Error with what Python complains of, warnings too */
export function runPython(command: string, source: string): string {
  const { stdout, stderr, status } = spawnSync(command, ["-W", "error", "-"], {
    input: source,
    encoding: "utf8",
    maxBuffer: 1e8,
    env: { ...process.env, PYTHONIOENCODING: "utf-8:surrogatepass", OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1" },
  });
  if (status !== 0 || stderr !== "") throw new Error(`Python ended with ${status}: ${stderr}`);
  return stdout;
}
