export type Result<T = number> = { data: T };
