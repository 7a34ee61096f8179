export const alive = true;
