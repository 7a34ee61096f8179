import { streamOf, type Stream } from "./surface";
const s: Stream<string> = streamOf(1, 2).take(1).map((n) => n.toFixed()); s.toArray().then((a) => a.join());
