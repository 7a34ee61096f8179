import { runTask } from "./surface";
runTask((done) => done("skipped"));
export {};
