import type { JSX } from "react";
export interface TagProps {
  kind: "info" | "error";
}
export function Tag({ kind }: TagProps): JSX.Element {
  return <b className={kind} />;
}
