import { delegate } from "./surface";
function onLeave(this: Window, e: Event) { this.scrollTo(0, 0); e.preventDefault(); }
delegate("a", onLeave);
