import { derive, sessionAtom, useAtomValue } from "./surface";
export const name = derive("name", get => get(sessionAtom).user);
export const n: number = useAtomValue(sessionAtom.map(s => s.expires));
