import { FileJob, jobs } from "./surface";
class Zip extends FileJob { busy() { return this.state === "busy"; } }
const z = new Zip("x"); z.start(); jobs.push(z);
export const s: string = z.read() + z.id + z.busy();
