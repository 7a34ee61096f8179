export const more = "details";
