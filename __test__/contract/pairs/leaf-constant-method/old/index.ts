export declare const api: {
  readonly get: (path: string | URL) => Promise<string>;
  readonly version: string;
};
