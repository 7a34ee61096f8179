export const zIndex = { modal: 1000, toast: 2000 } as const;
