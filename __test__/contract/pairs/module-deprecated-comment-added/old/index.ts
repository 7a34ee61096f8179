export interface Api {
  fetch(id: string): Promise<string>;
  load(id: string): Promise<string>;
}
export declare function api(): Api;
