import { loadTrack } from "./surface";
export const p = loadTrack("a.mp3").then(t => t.onProgress(function (s) { const left: number = this.length - s; console.log(left); }));
