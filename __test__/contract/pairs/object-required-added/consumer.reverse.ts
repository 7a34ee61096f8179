import type { Job } from "./surface";
export const queueOf = (job: Job): string => job.queue;
