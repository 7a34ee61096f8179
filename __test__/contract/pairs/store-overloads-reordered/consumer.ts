import type { useStore } from "./surface";
declare const f: typeof useStore; const n: ReturnType<typeof f> = 1 as unknown; export { n };
