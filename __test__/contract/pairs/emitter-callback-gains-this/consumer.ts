import { loadTrack } from "./surface";
interface Meter { value: number }
function count(this: Meter | void, s: number) { if (this) this.value = s; }
export const p = loadTrack("a.mp3").then(t => t.onProgress(count));
