/** Finds a Python with numpy: the one named by PYTHON, the system's, and at last Debian's package. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const hasNumpy = (command: string): boolean =>
  spawnSync(command, ["-c", "import numpy"], { stdio: "ignore" }).status === 0;

const findPython = (): string | undefined =>
  [process.env.PYTHON, "/usr/bin/python3", "python3", "python"].find((command) => command && hasNumpy(command));

const isDebian = () =>
  existsSync("/etc/os-release") && /^ID(_LIKE)?=.*debian/m.test(readFileSync("/etc/os-release", "utf8"));

/** The command of a Python with numpy; undefined where there is none and none can be installed. */
export function pythonWithNumpy(): string | undefined {
  const found = findPython();
  if (found || !isDebian() || process.getuid?.() !== 0) return found;
  spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore", timeout: 60_000 });
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "python3-numpy"], {
    stdio: "ignore",
    timeout: 180_000,
  });
  return findPython();
}

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
