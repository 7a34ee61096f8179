import { render } from "./surface";
export const out: string = render();
