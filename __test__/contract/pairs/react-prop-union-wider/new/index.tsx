import type { JSX } from "react";
export interface TagProps {
  kind: "info" | "error" | "warning";
}
export function Tag({ kind }: TagProps): JSX.Element {
  return <b className={kind} />;
}
