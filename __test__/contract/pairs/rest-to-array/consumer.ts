import { compose } from "./surface";
export const f = compose(s => s.trim(), s => s.toUpperCase());
