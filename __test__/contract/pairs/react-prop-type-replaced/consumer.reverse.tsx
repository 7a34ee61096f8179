import { Bar } from "./surface";
export const view = <Bar value="3" />;
