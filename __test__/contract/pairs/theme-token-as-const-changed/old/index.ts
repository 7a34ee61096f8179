export const zIndex = { modal: 100, toast: 2000 } as const;
