import { WorkerPool } from "./surface";
new WorkerPool({ size: 1, name: "io" });
