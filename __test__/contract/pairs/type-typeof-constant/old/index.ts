const defaults = { pageSize: 20, sort: "asc" };
export type Defaults = typeof defaults;
