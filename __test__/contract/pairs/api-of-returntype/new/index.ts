export type Api = { keys: Array<string>; get(key: string): undefined | string };
export declare function useApi(): Api;
