import { useSelection } from "./surface";
export function f() { const [s, t] = useSelection([{ id: "a" }]); t("a"); const r: readonly [Set<string>, (id: string) => void] = useSelection([]); return s.size + r.length; }
