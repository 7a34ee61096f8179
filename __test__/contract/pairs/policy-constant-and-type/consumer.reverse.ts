import { apply, Theme } from "./surface";
const t: Theme = "light";
apply(t + Theme.dark);
