import type { Job } from "./surface";
export const job: Job = { id: "1" };
