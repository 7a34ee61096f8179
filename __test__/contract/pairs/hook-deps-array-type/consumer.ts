import { useAsync, useMountedRef, type Deps } from "./surface";
const deps: Deps = ["a", 1];
export const f = () => { const r = useAsync(async s => s.aborted ? 0 : 1, deps); if (!useMountedRef().current) r.cancel(); return r.value?.toFixed(); };
