import { useDebouncedEffect } from "./surface";
export function useX(a: string) { useDebouncedEffect(() => { a.trim(); return () => {}; }, [a]); useDebouncedEffect(() => {}, [] as const, 10); }
