/** Formats of a check. A new one needs its name here, its renderer in `render.ts` and its mark in `recognize.ts`. */
export const CHECK_FORMATS = ["text", "json", "github", "sarif", "markdown", "html", "codequality"] as const;

/** How a check is printed. */
export type CheckFormat = (typeof CHECK_FORMATS)[number];
