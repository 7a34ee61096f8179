interface Endpoints { list: { answer: string[] }; save: { body: { id: string }; answer: boolean };drop: { answer: number }; }
type Client = { [K in keyof Endpoints]: Endpoints[K] extends { body: infer B } ? (body: B) => Promise<Endpoints[K]["answer"]> : () => Promise<Endpoints[K]["answer"]> };
export declare const api: Client;
export {};
