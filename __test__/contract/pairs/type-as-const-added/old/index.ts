export const ports: { http: number } = { http: 80 };
