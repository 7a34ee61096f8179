import { debounce } from "./surface";
const d = debounce((a: string, b?: number) => { a.trim(); b?.toFixed(); }, 10); d("x"); d("y", 1); d.cancel();
