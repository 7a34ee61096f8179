import { onResize, resizeDelay } from "./surface";
onResize(e => console.log(e.detail + resizeDelay)).abort();
function log(e: Event) { e.preventDefault(); }
onResize(log);
