import { persist } from "./surface";
const o: { note: string | undefined } = { note: undefined };
persist("k", { ...o });
