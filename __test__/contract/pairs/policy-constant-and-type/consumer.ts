import { apply, Theme } from "./surface";
type Theme = { own: true };
export const t: Theme = { own: true };
apply(Theme.dark);
