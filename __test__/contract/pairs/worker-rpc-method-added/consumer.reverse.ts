import { worker } from "./surface";
worker.stats().then(s => s.frames);
