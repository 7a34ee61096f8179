import { Chart } from "./surface";
const c = new Chart("a", { height: 1 }); c.draw([1]); c.dispose(); c.id.trim(); export class Own extends Chart { override dispose() { super.dispose(); } }
