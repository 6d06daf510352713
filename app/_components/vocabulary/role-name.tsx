import type { ReactNode } from "react";
import { type CastName, cast } from "@/simulations/course/cast";
import { LineSample } from "@/simulations/ui/ink/line-sample";
import { roleVariable } from "@/simulations/ui/ink/roles";

/** The name of a role in a sentence, in its colour and with a piece of its line, as charts draw it. */
export function RoleName({ role, children }: { role: CastName; children: ReactNode }) {
  return (
    <span className="role-name" style={{ color: roleVariable(cast[role], "text") }}>
      <LineSample role={cast[role]} width={34} />
      {children}
    </span>
  );
}
