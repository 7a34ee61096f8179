import { whenReady } from "./surface";
whenReady().catch(() => {});
