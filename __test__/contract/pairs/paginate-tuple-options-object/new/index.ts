export declare function paginate<T>(items: readonly T[], options: { page: number; size?: number }): { items: T[]; pages: number };
