import { Alert } from "./surface";
export const view = <Alert kind="text" text="a" />;
