import type { ReactNode } from "react";
import { LineSample } from "@/simulations/ui/ink/line-sample";
import type { Role } from "@/simulations/ui/ink/roles";
import { roleVariable } from "@/simulations/ui/ink/roles";

/** The name of a role in a sentence, in its colour and with a piece of its line, as charts draw it. */
export function RoleName({ role, children }: { role: Role; children: ReactNode }) {
  return (
    <span className="role-name" style={{ color: roleVariable(role, "text") }}>
      <LineSample role={role} width={34} />
      {children}
    </span>
  );
}
