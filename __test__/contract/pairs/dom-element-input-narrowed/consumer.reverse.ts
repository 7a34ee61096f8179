import { attach, find } from "./surface";
const el = find("canvas"); if (el) attach(el)();
