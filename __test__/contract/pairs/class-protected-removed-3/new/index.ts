export class BaseService { #token = ""; 
  async ping(): Promise<boolean> { return this.#token === ""; } }
export type Tone = "info" | "warn";
export declare function notify(text: string, tone?: Tone): void;
