import { Badge, type BadgeProps } from "./surface";
export const Mine = (p: BadgeProps) => <Badge {...p} max={3} />;
