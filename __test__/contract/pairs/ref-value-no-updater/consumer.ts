import { ref } from "./surface";
const r = ref({ n: 1 }); r.value = (p) => ({ n: p.n + 1 });
