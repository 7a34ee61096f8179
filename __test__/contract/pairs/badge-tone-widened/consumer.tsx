import { Badge, type BadgeProps } from "./surface";
const p: BadgeProps = { tone: "info" };
export const a = <Badge {...p}>hi</Badge>; export const b = <Badge tone="warn" />;
