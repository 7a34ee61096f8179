import { trace } from "./surface";
const t = trace("a").child("b"); t.finish().then(() => t.spans.map((s) => s.end - s.start));
