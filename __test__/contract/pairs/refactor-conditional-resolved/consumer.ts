import { many, one, raw } from "./surface";
export const o: { id: string } = one(); export const n: number = raw();
many().then(l => l.map(x => x.id));
