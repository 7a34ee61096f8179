import { model, type Model } from "./surface";
const m: Model<{ a: number }> = model({ a: 1 }); m.current = { a: m.current.a + 1 }; m.reset();
