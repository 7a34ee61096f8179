export interface WorkerPoolOptions { size: number; name?: string }
export class WorkerPool { readonly #o: WorkerPoolOptions; constructor(o: WorkerPoolOptions) { this.#o = o; } run(job: () => void): void { for (let i = 0; i < this.#o.size; i++) job(); } }
interface Cfg { readonly debug?: boolean; readonly base: string }
export declare const config: Cfg;
