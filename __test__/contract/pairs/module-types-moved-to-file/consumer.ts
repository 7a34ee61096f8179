import { done, job, type Job, type State } from "./surface";
const j: Job = job("a"); const s: State = j.state;
export const t = s === "open" ? 1 : Number(done(j));
