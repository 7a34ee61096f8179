import { source, type Source } from "./surface";
const s: Source<string> = source<string>("a"); s.each((v, i) => console.log(v?.length ?? i)); s.each(() => {}); s.each((v: string | undefined) => void v);
