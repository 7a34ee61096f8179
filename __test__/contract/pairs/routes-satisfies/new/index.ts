type RouteTable = Record<string, string | ((...args: string[]) => string)>;
export const routes = { home: "/" as string, user: (id: string): string => `/users/${id}` } satisfies RouteTable;
