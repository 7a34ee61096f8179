import { cached, forget } from "./surface";
const c = cached(async () => ({ n: 1 }));
c().then(r => { forget(); return r.n.toFixed(); });
