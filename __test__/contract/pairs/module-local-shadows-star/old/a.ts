export const size = (): number => 1;
export const left = (): number => 2;
