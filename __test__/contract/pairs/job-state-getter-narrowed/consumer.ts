import { job, type Job } from "./surface";
const j: Job = job(); j.state = "idle"; const s: "idle" | "running" | "done" = job().state; export { s };
