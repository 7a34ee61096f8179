import { Badge } from "./surface";
export const v = <Badge count={3} max={9} />;
