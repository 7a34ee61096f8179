import "./surface";
export const f = () => window.__shop?.open();
