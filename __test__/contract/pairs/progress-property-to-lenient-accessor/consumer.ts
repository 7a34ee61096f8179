import { progress, type Progress } from "./surface";
const p: Progress = progress(); p.percent += 1; if (p.done) p.percent.toFixed();
