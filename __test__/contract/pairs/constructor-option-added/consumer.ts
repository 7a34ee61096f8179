import { WorkerPool, type WorkerPoolOptions } from "./surface";
const o: WorkerPoolOptions = { size: 2 }; new WorkerPool(o).run(() => {}); export class P extends WorkerPool { constructor() { super({ size: 1 }); } }
