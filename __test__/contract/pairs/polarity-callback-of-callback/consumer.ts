import { runTask } from "./surface";
runTask((done) => done("ok"));
export {};
