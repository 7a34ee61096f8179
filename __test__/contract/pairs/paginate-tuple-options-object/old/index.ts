export declare function paginate<T>(items: readonly T[], page: number, size?: number): { items: T[]; pages: number };
