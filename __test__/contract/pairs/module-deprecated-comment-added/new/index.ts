export interface Api {
  /** @deprecated use `load` */
  fetch(id: string): Promise<string>;
  load(id: string): Promise<string>;
}
/** Gives the one api. */
export declare function api(): Api;
