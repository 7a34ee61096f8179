import { Badge } from "./surface";
export const b = <Badge tone="danger" />;
