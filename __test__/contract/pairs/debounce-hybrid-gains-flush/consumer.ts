import { debounce, sleep } from "./surface";
const d = debounce((a: string, b = 2) => a.length + b, 20);
d("x"); d("y", 3); if (d.pending) sleep(3).then(d.cancel);
