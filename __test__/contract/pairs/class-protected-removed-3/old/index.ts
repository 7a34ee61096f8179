export class BaseService { #token = ""; protected retries = 3; protected async send(path: string): Promise<Response> { return fetch(path + this.#token); }
  async ping(): Promise<boolean> { return this.#token === ""; } }
export type Tone = "info" | "warn";
export declare function notify(text: string, tone?: Tone): void;
