export const Button = "ü";
