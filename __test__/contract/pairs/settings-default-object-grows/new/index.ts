declare const settings: { load(): Promise<void>; get(key: string): string | undefined; has(key: string): boolean };
export default settings;
