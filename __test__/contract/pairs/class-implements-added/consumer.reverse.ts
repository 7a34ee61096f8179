import { Scope } from "./surface";
const s = new Scope("a"); s.dispose(); class T extends Scope { override dispose() { super.dispose(); } } const f: Scope = { name: "fake", dispose() {} }; export const all = [s, f, new T("x")].map(x => x.name);
