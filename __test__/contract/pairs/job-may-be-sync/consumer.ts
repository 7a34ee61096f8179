import { schedule } from "./surface";
schedule(async (s) => s.throwIfAborted()).cancel(); const j: () => Promise<void> = async () => {}; schedule(j);
