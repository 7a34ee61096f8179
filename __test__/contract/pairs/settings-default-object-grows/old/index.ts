declare const settings: { load(): Promise<void>; get(key: string): string | undefined };
export default settings;
