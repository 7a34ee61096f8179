import { useSelection } from "./surface";
type Sel = [Set<string>, (id: string) => void];
export function f(): Sel { return useSelection([]); }
