export declare const api: {
  readonly get: (path: string) => Promise<string>;
  readonly version: string;
};
