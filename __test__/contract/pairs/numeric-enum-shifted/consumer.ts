import { Priority, enqueue } from "./surface";
const low: 0 = Priority.Low satisfies Priority as 0; const byLevel: { [P in Priority.Low | Priority.Mid | Priority.High]: string } = { 0: "l", 1: "m", 2: "h" };
enqueue(() => byLevel[Priority.Low], low);
