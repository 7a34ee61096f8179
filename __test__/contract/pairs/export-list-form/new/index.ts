interface MergeOptions { deep?: boolean }
const version: string = "1";
function mergeInto<T>(target: T, source: Partial<T>, options?: MergeOptions): T { return { ...target, ...source, ...(options ?? {}) }; }
export { mergeInto as merge, version as VERSION, type MergeOptions as Opts };
