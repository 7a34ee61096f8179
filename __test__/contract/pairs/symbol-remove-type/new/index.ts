export const defaultAccent: string = "teal";
