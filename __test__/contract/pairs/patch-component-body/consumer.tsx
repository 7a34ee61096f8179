import { Hint } from "./surface";
export const view = <Hint text="a" />;
