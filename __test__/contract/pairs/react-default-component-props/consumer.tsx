import Page from "./surface";
export const view = <Page title="a" />;
