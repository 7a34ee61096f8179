import { Panel } from "./surface";
export const view = <Panel open />;
