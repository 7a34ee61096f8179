import { useAsync } from "./surface";
const r = useAsync(async () => 1);
export function n(): number { switch (r.status) { case "pending": return 0; case "done": return r.data; case "failed": return -1; } }
