/** Finds a Python with numpy for the tests that run notebooks: the one named by PYTHON, the system's, and at last Debian's package. */
import { spawnSync } from "node:child_process";
import { isDebian } from "./find-chromium.mjs";

const hasNumpy = (command) => spawnSync(command, ["-c", "import numpy"], { stdio: "ignore" }).status === 0;

/** The command of a Python with numpy, or undefined. */
export const findPython = () =>
  [process.env.PYTHON, "/usr/bin/python3", "python3", "python"].find((command) => command && hasNumpy(command));

/** Finds one or installs it. Without it the notebooks' form is tested, and their code is not run. */
export function ensurePython(say = console.log) {
  if (!findPython() && isDebian() && process.getuid?.() === 0) {
    say("No Python with numpy on this machine: installing Debian's package python3-numpy…");
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore", timeout: 60_000 });
    const words = ["install", "-y", "-qq", "--no-install-recommends", "python3-numpy"];
    spawnSync("apt-get", words, { stdio: "ignore", timeout: 180_000 });
  }
  const found = findPython();
  if (!found)
    say("No Python with numpy: the code of the notebooks is not run (Debian: apt-get install python3-numpy).");
  return found;
}
