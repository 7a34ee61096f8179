import { startPolling } from "./surface";
startPolling("/", 5); const f: (u: string, ms: number) => void = startPolling; f("/", 1); export const go = () => { startPolling("a", 1); };
