/** The global name of the page's registry. @fedseal/runtime has it a second time: the two share no code. */
export const REGISTRY = "__FEDSEAL__";

/** Whether the page has fedseal. */
export const KNOWN = `typeof ${REGISTRY} == "function"`;
