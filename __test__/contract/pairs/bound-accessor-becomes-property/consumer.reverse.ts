import { bind } from "./surface";
let now = "";
bind({ get value() { return now; }, set value(next: string) { now = next; } });
