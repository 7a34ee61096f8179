export type Result<T = string> = { data: T };
