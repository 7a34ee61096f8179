import type { ComponentProps } from "react"; import { Badge } from "./surface";
type P = ComponentProps<typeof Badge>; const p: P = { count: 1 };
export const a = <Badge {...p} max={3} />;
