export const retries: number = 3;
export const names: string[] = [];
