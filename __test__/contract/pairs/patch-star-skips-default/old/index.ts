export const name: string = "kit";
